//! The rule host: runs the scripts of a pack. The only place that knows the script language.

mod fault;
mod functions;
mod limits;
mod lowered;
mod number;
mod outline;
mod parts;
mod reads;
mod registered;
mod syntax;
#[cfg(test)]
mod tests;
mod view;
pub mod vocabulary;

use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

use rhai::{AST, CallFnOptions, Dynamic, Engine, EvalAltResult, FuncArgs, Scope};

use self::lowered::Lowered;
use self::number::as_fraction;
use self::parts::{GroupView, ParamsView};
use self::view::{MeasureView, Notebook};
use super::facts::{Answer, ExecutionFacts, GroupFacts, MeasureFacts, Note, TotalFacts};
use super::pack::{Group, Params, RulePack, Script};
use super::short::{ShortAnswer, ShortFacts, Subject};
use crate::number::Rounding;

pub use fault::{FaultKind, ScriptFault};
pub use outline::outline;
pub use registered::{Object, Registered};
pub use syntax::SyntaxFault;

/// The compiled scripts of one pack, ready to be called.
///
/// Belongs to one thread: engines that are not shared between threads cost nothing to lock.
pub struct Host {
    compiled: Rc<Compiled>,
    params: ParamsView,
}

/// What does not depend on the values of parameters.
struct Compiled {
    engine: Engine,
    ast: AST,
    notebook: Notebook,
    lowered: Lowered,
    sources: fault::Sources,
    sees_marks: bool,
}

/// A function of a pack, with the number of arguments it was written with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Function {
    /// Its name in the script.
    pub name: String,
    /// 1 for `fn f(m)`, 2 for `fn f(m, params)`.
    pub arguments: usize,
    /// Its places among the lowered functions, in the order of [`Subject::ALL`]; `None` where the
    /// interpreter runs it.
    lowered: [Option<usize>; 3],
}

impl Function {
    /// Whether it runs at the speed of the machine when asked about such a part.
    pub fn is_lowered(&self, subject: Subject) -> bool {
        self.lowered[subject as usize].is_some()
    }

    /// The same function, left to the interpreter: for comparing the two.
    #[cfg(any(test, fuzzing))]
    pub fn interpreted(&self) -> Function {
        Function {
            lowered: [None; 3],
            ..self.clone()
        }
    }
}

impl Host {
    /// Compiles all scripts of a pack together; they can call one another.
    ///
    /// # Errors
    /// Every script that does not compile, with its place.
    pub fn of(pack: &RulePack) -> Result<Host, Vec<ScriptFault>> {
        let params = Arc::new(pack.params.clone());
        Host::compile(
            &pack.scripts,
            &params,
            &Rc::new(pack.rounding.named.clone()),
        )
    }

    fn compile(
        scripts: &[Script],
        params: &Arc<Params>,
        named: &Rc<BTreeMap<String, Rounding>>,
    ) -> Result<Host, Vec<ScriptFault>> {
        let notebook = Notebook::default();
        let mut engine = limits::sandboxed_engine();
        number::register(&mut engine);
        view::register(&mut engine, &notebook);
        parts::register(&mut engine);
        functions::register(&mut engine, &notebook, named);

        let faults: Vec<ScriptFault> = scripts
            .iter()
            .filter_map(|script| {
                let alone = Script {
                    layer: 0,
                    ..script.clone()
                };
                let sources = fault::Sources::join(&[alone]);
                let fault = match engine.compile(&sources.layers()[0]) {
                    Ok(ast) => sources.statements_outside_functions(&ast),
                    Err(error) => Some(sources.fault(&error.into(), None)),
                };
                fault.map(|fault| *fault)
            })
            .collect();
        if !faults.is_empty() {
            return Err(faults);
        }
        let sources = fault::Sources::join(scripts);
        let mut ast = AST::empty();
        for layer in sources.layers() {
            let layer = engine
                .compile(layer)
                .map_err(|error| vec![*sources.fault(&error.into(), None)])?;
            // By name alone: one of the same name with another number of arguments is replaced too.
            ast.retain_functions(|_, _, name, _| {
                !layer.iter_functions().any(|own| own.name == name)
            });
            ast.combine(layer);
        }
        let compiled = Compiled {
            engine,
            lowered: Lowered::of(&ast, params, named),
            sees_marks: reads::any_of(&ast, &view::FULL_MARK),
            ast,
            notebook,
            sources,
        };
        Ok(Host {
            compiled: Rc::new(compiled),
            params: ParamsView(Arc::clone(params)),
        })
    }

    /// The same scripts with other values of the parameters; nothing is compiled again.
    pub fn with_params(&self, params: &Params) -> Host {
        Host {
            compiled: Rc::clone(&self.compiled),
            params: ParamsView(Arc::new(params.clone())),
        }
    }

    /// Whether some script reads full marks: what it says may then change with them.
    pub fn sees_marks(&self) -> bool {
        self.compiled.sees_marks
    }

    /// The functions the scripts define.
    pub fn functions(&self) -> Vec<Function> {
        self.compiled
            .ast
            .iter_functions()
            .map(|function| Function {
                name: function.name.to_owned(),
                arguments: function.params.len(),
                lowered: Subject::ALL.map(|subject| {
                    let lowered = &self.compiled.lowered;
                    lowered.find(function.name, function.params.len(), subject)
                }),
            })
            .collect()
    }

    /// The functions a pack asks that the interpreter runs, in the order they are asked about; a name once.
    pub fn interpreted(&self, pack: &RulePack) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        let mut ask = |name: &str, subject: Option<Subject>| {
            let lowered = self.function(name).zip(subject);
            let lowered = lowered.is_some_and(|(function, subject)| function.is_lowered(subject));
            if !lowered && !names.iter().any(|other| other == name) {
                names.push(name.to_owned());
            }
        };
        if let Some(part) = &pack.execution {
            ask(&part.function, Some(Subject::Execution));
        }
        for method in &pack.methods {
            ask(&method.function, Some(Subject::Measure));
        }
        if let Some(asked) = &pack.adjust {
            ask(&asked.function, Some(Subject::Measure));
        }
        // Whatever looks at several rows, or names a grade, is the interpreter's.
        let groups = Group::walk(&pack.indicators.groups).into_iter();
        let several = pack.jointly.iter().chain(groups.map(|group| &group.asked));
        several.for_each(|asked| ask(&asked.function, None));
        if let Some(asked) = &pack.total {
            ask(&asked.function, Some(Subject::Total));
        }
        if let Some(name) = &pack.grade_function {
            ask(name, None);
        }
        names
    }

    /// The function of that name.
    pub fn function(&self, name: &str) -> Option<Function> {
        let mut functions = self.functions().into_iter();
        functions.find(|function| function.name == name)
    }

    /// Asks a method about one measure. Notes go to `notes` when the caller wants a trace.
    ///
    /// # Errors
    /// The script is at fault: unknown name, wrong type, a limit exceeded.
    pub fn measure(
        &self,
        function: &Function,
        facts: &MeasureFacts,
        notes: Option<&mut Vec<Note>>,
    ) -> Result<Answer, Box<ScriptFault>> {
        let short = ShortFacts::of_measure(facts);
        let lowered =
            short.and_then(|short| self.short(function, Subject::Measure, &short, notes.is_some()));
        let view = || MeasureView(Rc::new(facts.clone()));
        self.settle(function, lowered, view, notes)
    }

    /// Asks about the execution part.
    ///
    /// # Errors
    /// As for [`Host::measure`].
    pub fn execution(
        &self,
        function: &Function,
        facts: &ExecutionFacts,
        notes: Option<&mut Vec<Note>>,
    ) -> Result<Answer, Box<ScriptFault>> {
        let short = ShortFacts::of_execution(facts);
        let lowered = short
            .and_then(|short| self.short(function, Subject::Execution, &short, notes.is_some()));
        self.settle(function, lowered, || facts.clone(), notes)
    }

    /// Asks about a group, or about the measures of one indicator together.
    ///
    /// # Errors
    /// As for [`Host::measure`].
    pub fn group(
        &self,
        function: &Function,
        facts: Rc<GroupFacts>,
        notes: Option<&mut Vec<Note>>,
    ) -> Result<Answer, Box<ScriptFault>> {
        self.ask(function, GroupView(facts), notes)
    }

    /// Asks which grade a total gets; `None` when the script says it cannot tell.
    ///
    /// # Errors
    /// As for [`Host::measure`]; also when something else than a text comes back.
    pub fn grade(
        &self,
        function: &Function,
        facts: TotalFacts,
    ) -> Result<Result<String, String>, Box<ScriptFault>> {
        self.compiled.notebook.begin(false);
        let value = self
            .run(function, facts)
            .map_err(|error| self.compiled.sources.fault(&error, Some(&function.name)))?;
        let found = value.type_name();
        if let Some(Answer::Cannot(words)) = value.clone().try_cast::<Answer>() {
            return Ok(Err(words));
        }
        let name = value.into_string();
        name.map(Ok)
            .map_err(|_| self.compiled.sources.no_answer(&function.name, found))
    }

    /// Asks about the total.
    ///
    /// # Errors
    /// As for [`Host::measure`].
    pub fn total(
        &self,
        function: &Function,
        facts: &TotalFacts,
        notes: Option<&mut Vec<Note>>,
    ) -> Result<Answer, Box<ScriptFault>> {
        let short = ShortFacts::of_total(facts);
        let lowered =
            short.and_then(|short| self.short(function, Subject::Total, &short, notes.is_some()));
        self.settle(function, lowered, || facts.clone(), notes)
    }

    /// The answer of a lowered function about a part of its kind; `None` when the function is not lowered
    /// or gives up, and the interpreter has to be asked. Notes are only written where `noted`.
    pub fn short(
        &self,
        function: &Function,
        subject: Subject,
        facts: &ShortFacts,
        noted: bool,
    ) -> Option<ShortAnswer> {
        let place = function.lowered[subject as usize]?;
        let compiled = &*self.compiled;
        compiled.notebook.begin(noted);
        compiled
            .lowered
            .run(place, facts, &self.params.0, &compiled.notebook)
    }

    /// Takes the lowered function's answer, or asks the interpreter.
    fn settle<V: Clone + 'static>(
        &self,
        function: &Function,
        lowered: Option<ShortAnswer>,
        view: impl FnOnce() -> V,
        notes: Option<&mut Vec<Note>>,
    ) -> Result<Answer, Box<ScriptFault>> {
        let Some(answer) = lowered else {
            return self.ask(function, view(), notes);
        };
        if let Some(notes) = notes {
            *notes = self.take_notes();
        }
        Ok(answer.into())
    }

    /// What the function that ran last noted.
    pub fn take_notes(&self) -> Vec<Note> {
        self.compiled.notebook.written.take()
    }

    fn ask<V: Clone + 'static>(
        &self,
        function: &Function,
        view: V,
        notes: Option<&mut Vec<Note>>,
    ) -> Result<Answer, Box<ScriptFault>> {
        self.compiled.notebook.begin(notes.is_some());
        let result = self.run(function, view);
        if let Some(notes) = notes {
            *notes = self.compiled.notebook.written.take();
        }
        match result {
            Ok(value) => self.answer(function, value),
            Err(error) if is_out_of_range(&error) => Ok(Answer::OutOfRange),
            Err(error) => Err(self.compiled.sources.fault(&error, Some(&function.name))),
        }
    }

    fn run<V: Clone + 'static>(
        &self,
        function: &Function,
        view: V,
    ) -> Result<Dynamic, Box<EvalAltResult>> {
        match function.arguments {
            1 => self.call(&function.name, (view,)),
            _ => self.call(&function.name, (view, self.params.clone())),
        }
    }

    fn call(&self, name: &str, arguments: impl FuncArgs) -> Result<Dynamic, Box<EvalAltResult>> {
        let options = CallFnOptions::new().eval_ast(false).rewind_scope(false);
        self.compiled.engine.call_fn_with_options(
            options,
            &mut Scope::new(),
            &self.compiled.ast,
            name,
            arguments,
        )
    }

    fn answer(&self, function: &Function, value: Dynamic) -> Result<Answer, Box<ScriptFault>> {
        if let Some(ratio) = as_fraction(&value) {
            return Ok(Answer::Completion(ratio));
        }
        let found = value.type_name();
        value
            .try_cast::<Answer>()
            .ok_or_else(|| self.compiled.sources.no_answer(&function.name, found))
    }
}

fn is_out_of_range(error: &EvalAltResult) -> bool {
    matches!(error.unwrap_inner(), EvalAltResult::ErrorArithmetic(text, _) if text == number::OUT_OF_RANGE)
}
