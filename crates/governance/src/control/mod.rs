//! What clauses ask for, the rules that enforce it and the measure that proves it.
