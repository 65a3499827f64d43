//! Functions: what they ask for, which arguments they take, what they give.

use cel::common::ast::{CallExpr, Expr, IdedExpr, LiteralValue};

use super::check::{Checker, Typed, unknown_name};
use super::limits::MOST_LOOPS;
use super::references::{Period, Reference};
use super::tree::{Loop, Node, TextTest};
use super::types::{Mismatch, Ty};
use crate::vocabulary::{FactType, RecordShape};

const FUNCTIONS: [&str; 10] = [
    "setting", "metric", "score", "form", "given", "past", "grade", "percent", "money", "has",
];
const METHODS: [&str; 7] = [
    "contains",
    "startsWith",
    "endsWith",
    "exists",
    "all",
    "filter",
    "map",
];

impl Checker<'_> {
    pub(super) fn function(&mut self, expr: &IdedExpr, call: &CallExpr) -> Typed {
        let args = call.args.as_slice();
        match (call.func_name.as_str(), call.target.as_deref(), args) {
            ("setting", None, [id]) => self.setting(id),
            ("metric", None, [id, period]) => self.metric(id, period, None),
            ("metric", None, [id, period, back]) => self.metric(id, period, Some(back)),
            ("score", None, [subject, id]) => self.score(subject, id),
            ("form", None, [subject, id]) => self.form(subject, id),
            ("given", None, [subject, id]) => self.given(subject, id),
            ("past", None, [subject, id]) => self.past(subject, id),
            ("grade", None, [subject, id]) => self.grade(subject, id),
            ("percent", None, [part, whole]) => self.percent(part, whole),
            ("money", None, [currency, amount]) => self.money(currency, amount),
            ("has", None, [fact]) => self.has(fact),
            ("size", None, [of]) | ("size", Some(of), []) => self.size(of),
            ("contains", Some(text), [part]) => self.text_test(TextTest::Contains, text, part),
            ("startsWith", Some(text), [part]) => self.text_test(TextTest::StartsWith, text, part),
            ("endsWith", Some(text), [part]) => self.text_test(TextTest::EndsWith, text, part),
            ("exists", Some(list), [element, body]) => self.looped(expr, Loop::Exists, list, element, body),
            ("all", Some(list), [element, body]) => self.looped(expr, Loop::All, list, element, body),
            ("filter", Some(list), [element, body]) => self.looped(expr, Loop::Filter, list, element, body),
            ("map", Some(list), [element, body]) => self.looped(expr, Loop::Map, list, element, body),
            _ => self.no_such_function(expr, call),
        }
    }

    fn no_such_function(&mut self, expr: &IdedExpr, call: &CallExpr) -> Typed {
        let name = call.func_name.as_str();
        let (arguments, form) = match name {
            "setting" => ("one", "setting('id')"),
            "metric" => ("two or three", "metric('id', 'month', -1)"),
            "score" => ("two", "score(customer, 'id')"),
            "form" => ("two", "form(project, 'id')"),
            "given" => ("two", "given(project, 'key')"),
            "past" => ("two", "past(project, 'stage')"),
            "grade" => ("two", "grade(ticket, 'grading')"),
            "percent" => ("two", "percent(part, whole)"),
            "money" => ("two", "money('CNY', 5000)"),
            "has" => ("one", "has(project.amount)"),
            "size" => ("one", "size(list)"),
            "contains" | "startsWith" | "endsWith" => ("one", "text.contains('part')"),
            "exists" | "all" | "filter" | "map" => ("two", "list.exists(x, x > 0)"),
            _ => {
                let known = FUNCTIONS.into_iter().chain(METHODS).chain(["size"]);
                self.report_name(
                    expr,
                    "condition-unknown-function",
                    unknown_name("the function", name, known),
                );
                return Typed::unknown();
            }
        };
        let message = format!("{name} is called with {} arguments", call.args.len());
        let mut mismatch = Mismatch::new(message, format!("{arguments}: {form}"));
        if METHODS.contains(&name) != call.target.is_some() && name != "size" {
            mismatch.message = format!("{name} is not called this way");
        }
        self.report_at(expr, "condition-wrong-arguments", mismatch);
        Typed::unknown()
    }

    fn setting(&mut self, id: &IdedExpr) -> Typed {
        let Some(id) = self.known_id("the setting", id, self.surroundings.known().settings.keys()) else {
            return Typed::unknown();
        };
        let ty = self.surroundings.known().settings.get(&id).cloned();
        self.answer(Reference::Setting(id), ty)
    }

    fn metric(&mut self, id: &IdedExpr, period: &IdedExpr, back: Option<&IdedExpr>) -> Typed {
        let id = self.known_id("the metric", id, self.surroundings.known().metrics.keys());
        let words: Vec<String> = Period::WORDS.map(String::from).to_vec();
        let period = self
            .known_id("the period", period, words.iter())
            .and_then(|word| Period::from_word(&word));
        let back = back.map_or(Some(0), |back| self.periods_back(back));
        let (Some(id), Some(period), Some(back)) = (id, period, back) else {
            return Typed::unknown();
        };
        let ty = self.surroundings.known().metrics.get(&id).cloned();
        self.answer(Reference::Metric { id, period, back }, ty)
    }

    /// 0 is the current period, -1 the one before; a hundred is far enough.
    fn periods_back(&mut self, expr: &IdedExpr) -> Option<u32> {
        let back = match &expr.expr {
            Expr::Literal(LiteralValue::Int(back)) => Some(*back.inner()),
            _ => None,
        };
        match back {
            Some(back @ -100..=0) => u32::try_from(-back).ok(),
            _ => {
                self.wrong_type(
                    expr,
                    Mismatch::new("this is no period in the past".into(), "0, -1, -2 … -100"),
                );
                None
            }
        }
    }

    fn score(&mut self, subject: &IdedExpr, id: &IdedExpr) -> Typed {
        let subject = self.subject(subject);
        let known = &self.surroundings.known().scores;
        let id = self.known_id("the score", id, known.keys());
        let (Some((subject, kind)), Some(score)) = (subject, id) else {
            return Typed::unknown();
        };
        self.same_kind(&kind, known.get(&score), &format!("score {score}"));
        self.answer(
            Reference::Score {
                subject: subject.path,
                score,
            },
            Some(FactType::Number),
        )
    }

    fn form(&mut self, subject: &IdedExpr, id: &IdedExpr) -> Typed {
        let subject = self.subject(subject);
        let known = &self.surroundings.known().forms;
        let id = self.known_id("the form", id, known.keys());
        let (Some((subject, kind)), Some(form)) = (subject, id) else {
            return Typed::unknown();
        };
        let declared = known.get(&form);
        self.same_kind(&kind, declared.map(|form| &form.on), &format!("form {form}"));
        let ty = declared.map(|form| FactType::Record(RecordShape::Fields(form.fields.clone())));
        self.answer(
            Reference::Form {
                subject: subject.path,
                form,
            },
            ty,
        )
    }

    fn given(&mut self, subject: &IdedExpr, key: &IdedExpr) -> Typed {
        let Some((subject, kind)) = self.subject(subject) else {
            return Typed::unknown();
        };
        let gradings = self
            .surroundings
            .known()
            .gradings
            .values()
            .filter(|grading| grading.of == kind.name);
        let given: Vec<(&String, &FactType)> = gradings.flat_map(|grading| &grading.gives).collect();
        let Some(key) = self.known_id("the grades' gift", key, given.iter().map(|(key, _)| *key)) else {
            return Typed::unknown();
        };
        let ty = given
            .iter()
            .find(|(known, _)| **known == key)
            .map(|(_, ty)| (*ty).clone());
        self.answer(
            Reference::Given {
                subject: subject.path,
                key,
            },
            ty,
        )
    }

    fn past(&mut self, subject: &IdedExpr, stage: &IdedExpr) -> Typed {
        let subject = self.subject(subject);
        let known = &self.surroundings.known().stages;
        let stage = self.known_id("the stage", stage, known.keys());
        let (Some((subject, kind)), Some(stage)) = (subject, stage) else {
            return Typed::unknown();
        };
        self.same_kind(&kind, known.get(&stage), &format!("stage {stage}"));
        self.answer(
            Reference::Past {
                subject: subject.path,
                stage,
            },
            Some(FactType::Flag),
        )
    }

    fn grade(&mut self, subject: &IdedExpr, id: &IdedExpr) -> Typed {
        let subject = self.subject(subject);
        let known = &self.surroundings.known().gradings;
        let id = self.known_id("the grading", id, known.keys());
        let (Some((subject, kind)), Some(grading)) = (subject, id) else {
            return Typed::unknown();
        };
        let declared = known.get(&grading);
        self.same_kind(
            &kind,
            declared.map(|grading| &grading.of),
            &format!("grading {grading}"),
        );
        let ty = declared.map(|grading| FactType::Choice(grading.grades.clone()));
        self.answer(
            Reference::Grade {
                subject: subject.path,
                grading,
            },
            ty,
        )
    }

    fn answer(&mut self, reference: Reference, ty: Option<FactType>) -> Typed {
        self.refer(reference.clone());
        Typed::new(Node::Answer(reference), ty.map_or(Ty::Unknown, Ty::from))
    }

    fn percent(&mut self, part: &IdedExpr, whole: &IdedExpr) -> Typed {
        let (a, b) = (self.expr(part), self.expr(whole));
        for (side, expr, other) in [(&a.ty, part, &b.ty), (&b.ty, whole, &a.ty)] {
            if !side.is_open() && !side.is_number() && side != &Ty::Money {
                self.wrong_type(
                    expr,
                    Mismatch::new(format!("a {side} is no part of anything"), "a number or money"),
                );
            } else if side == &Ty::Money && other.is_number() {
                let message = format!("money beside a {other} makes no percentage");
                self.wrong_type(expr, Mismatch::new(message, "two amounts or two numbers"));
            }
        }
        Typed::new(Node::Percent(Box::new(a.node), Box::new(b.node)), Ty::Integer)
    }

    fn money(&mut self, currency: &IdedExpr, amount: &IdedExpr) -> Typed {
        let home = self.surroundings.known().home_currency.clone();
        if let Some(word) = self.word(currency)
            && word != home
        {
            let mismatch = Mismatch::new(format!("conditions do not convert {word}"), format!("'{home}'"));
            self.wrong_type(currency, mismatch.hint("amounts are in the company's currency"));
        }
        let main = self.expr(amount);
        if !main.ty.is_number() && !main.ty.is_open() {
            self.wrong_type(
                amount,
                Mismatch::new(format!("a {} is no number", main.ty), "a number"),
            );
        }
        let scale = 10_i128.saturating_pow(self.surroundings.known().minor_digits.min(6));
        Typed::new(Node::Money(Box::new(main.node), scale), Ty::Money)
    }

    fn has(&mut self, fact: &IdedExpr) -> Typed {
        if !matches!(fact.expr, Expr::Select(_) | Expr::Ident(_)) {
            self.wrong_type(
                fact,
                Mismatch::new("only a fact can be there or not".into(), "has(project.amount)"),
            );
        }
        let part = self.expr(fact);
        Typed::new(Node::Has(Box::new(part.node)), Ty::Flag)
    }

    fn size(&mut self, of: &IdedExpr) -> Typed {
        let part = self.expr(of);
        if !part.ty.is_text() && !part.ty.is_open() && !matches!(part.ty, Ty::List(_)) {
            self.wrong_type(
                of,
                Mismatch::new(format!("a {} has no size", part.ty), "a list or text"),
            );
        }
        Typed::new(Node::Size(Box::new(part.node)), Ty::Integer)
    }

    fn text_test(&mut self, test: TextTest, text: &IdedExpr, part: &IdedExpr) -> Typed {
        let (whole, piece) = (self.expr(text), self.expr(part));
        for (side, expr) in [(&whole.ty, text), (&piece.ty, part)] {
            if !side.is_text() && !side.is_open() {
                let mismatch = Mismatch::new(format!("a {side} is no text"), "text");
                let is_list = matches!(side, Ty::List(_));
                self.wrong_type(
                    expr,
                    if is_list {
                        mismatch.hint("write: item in list")
                    } else {
                        mismatch
                    },
                );
            }
        }
        let (text, part) = (Box::new(whole.node), Box::new(piece.node));
        Typed::new(Node::TextTest { test, text, part }, Ty::Flag)
    }

    fn looped(
        &mut self,
        expr: &IdedExpr,
        kind: Loop,
        list: &IdedExpr,
        element: &IdedExpr,
        body: &IdedExpr,
    ) -> Typed {
        let over = self.expr(list);
        let of = match over.ty {
            Ty::List(of) => *of,
            Ty::Unknown | Ty::Empty => Ty::Unknown,
            other => {
                self.wrong_type(list, Mismatch::new(format!("a {other} has no items"), "a list"));
                Ty::Unknown
            }
        };
        if self.elements.len() >= MOST_LOOPS {
            let mismatch = Mismatch::new(
                "the loops are too deep".into(),
                format!("at most {MOST_LOOPS} inside each other"),
            );
            self.report_name(expr, "condition-too-deep", mismatch);
            return Typed::unknown();
        }
        let Some(name) = self.element_name(element) else {
            return Typed::unknown();
        };
        self.elements.push((name, of.clone()));
        let (node, ty) = if kind == Loop::Map {
            let typed = self.expr(body);
            (Box::new(typed.node), Ty::List(Box::new(typed.ty)))
        } else {
            let ty = if kind == Loop::Filter {
                Ty::List(Box::new(of))
            } else {
                Ty::Flag
            };
            (self.flag(body), ty)
        };
        self.elements.pop();
        Typed::new(
            Node::Loop {
                kind,
                over: Box::new(over.node),
                body: node,
            },
            ty,
        )
    }

    /// A fresh name: an element never hides a root or the element of the loop around.
    fn element_name(&mut self, element: &IdedExpr) -> Option<String> {
        let mismatch = match &element.expr {
            Expr::Ident(name) if name.starts_with('.') => {
                Mismatch::new("this is no name".into(), "a plain name")
            }
            Expr::Ident(name) => {
                let taken = self.surroundings.root(name).is_some()
                    || self.elements.iter().any(|(other, _)| other == name);
                if !taken {
                    return Some(name.clone());
                }
                Mismatch::new(format!("{name} has a meaning already"), "another name")
            }
            _ => Mismatch::new(
                "this is no name for an item".into(),
                "a name: list.exists(x, x > 0)",
            ),
        };
        self.report_at(element, "condition-wrong-arguments", mismatch);
        None
    }
}
