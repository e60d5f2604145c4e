//! What the operating system says about a file.

words! {
    not_found() { "文件或文件夹不存在", "no such file or folder" }
    permission_denied() { "没有权限", "permission denied" }
    is_a_folder() { "这是一个文件夹", "it is a folder" }
    not_a_folder() { "路径中有一段不是文件夹", "a part of the path is no folder" }
    storage_full() { "磁盘空间不足", "no space left" }
    read_only() { "磁盘是只读的", "the disk is read-only" }
    name_too_long() { "文件名或路径太长，或者含有不允许的字符", "the name or path is too long, or has characters that cannot stand in one" }
    out_of_memory() { "内存不够", "not enough memory" }
    no_thread() { "系统此刻开不出新的线程", "the system has no thread to give at the moment" }
    quota_exceeded() { "磁盘配额已用完", "the disk quota is used up" }
    file_too_large(detail) { "文件太大: {detail}", "the file is too large: {detail}" }
}
