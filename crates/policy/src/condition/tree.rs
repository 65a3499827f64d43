//! The typed tree that a sound condition becomes.

use super::references::Reference;

/// One part of a condition. Only `check` makes these, so the types of the parts fit.
#[derive(Clone, Debug)]
pub(super) enum Node {
    Const(Const),
    /// A root variable, by name.
    Root(String),
    /// What was asked for beside the facts.
    Answer(Reference),
    /// The element that a loop is at; loops are numbered from the outside in.
    Element(usize),
    Field(Box<Node>, String),
    At(Box<Node>, Box<Node>),
    Has(Box<Node>),
    Not(Box<Node>),
    And(Box<Node>, Box<Node>),
    Or(Box<Node>, Box<Node>),
    If(Box<Node>, Box<Node>, Box<Node>),
    Equal {
        negated: bool,
        left: Box<Node>,
        right: Box<Node>,
    },
    Order {
        by: By,
        left: Box<Node>,
        right: Box<Node>,
    },
    In(Box<Node>, Box<Node>),
    Sum {
        op: Op,
        decimals: bool,
        left: Box<Node>,
        right: Box<Node>,
    },
    Minus(Box<Node>),
    Size(Box<Node>),
    TextTest {
        test: TextTest,
        text: Box<Node>,
        part: Box<Node>,
    },
    Percent(Box<Node>, Box<Node>),
    /// Main units into minor units, times this.
    Money(Box<Node>, i128),
    List(Vec<Node>),
    Loop {
        kind: Loop,
        over: Box<Node>,
        body: Box<Node>,
    },
}

#[derive(Clone, Debug)]
pub(super) enum Const {
    Empty,
    Flag(bool),
    Int(i64),
    Num(f64),
    Text(String),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum By {
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Op {
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TextTest {
    Contains,
    StartsWith,
    EndsWith,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Loop {
    Exists,
    All,
    Filter,
    Map,
}
