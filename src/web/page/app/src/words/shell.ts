// The frame: names of the views, what goes wrong anywhere.

import type { Wording } from "../lang";

export const shell = {
  name: ["绩效工作台", "Performance workbench"],
  skip: ["跳到正文", "Skip to content"],
  views: ["页面", "Views"],
  library: ["文件", "Files"],
  sheet: ["自评表", "Sheet"],
  whatif: ["测算", "What if"],
  rules: ["规则", "Rules"],
  portfolio: ["总览", "Portfolio"],
  papers: ["底稿", "Papers"],
  language: ["English", "中文"],
  language_label: ["切换到 English", "Switch to 中文"],
  judged_by: ["评分规则", "Rule"],
  own_rule: ["打开时选的规则", "The rule it was opened with"],
  local: ["只在本机运行，不联网；读入的文件不会改动", "Runs on this machine only and asks no network; files that were read are not changed"],
  licences: ["所用软件的许可", "Licences of bundled software"],
  loading: ["正在读取…", "Loading…"],
  gone: ["工作台没有回答", "The workbench does not answer"],
  gone_help: ["它可能已经结束；请重新运行 jixiao serve，再打开它给出的链接", "It may have ended; run jixiao serve again and open the link it gives"],
  locked: ["这个链接已经失效", "This link is no longer valid"],
  locked_help: ["请打开 jixiao serve 最近一次给出的链接", "Open the link jixiao serve gave last"],
  failed: ["这一步没有做成", "This step was not done"],
  failed_help: ["请刷新页面再试", "Reload the page and try again"],
  pick_sheet: ["自评表", "Sheet"],
  no_sheets: ["还没有自评表", "There is no sheet yet"],
  no_sheets_help: ["先在“文件”里放入决算公开、自评表或表格", "First put a published report, a sheet or a table into Files"],
  to_library: ["去放文件", "Go to Files"],
  line: (line: number) => [`第 ${line} 行`, `line ${line}`],
} satisfies Wording;
