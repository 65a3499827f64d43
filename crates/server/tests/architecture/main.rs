//! The house rules that the compiler does not keep: floors, rooms, the one clock, the one place for dialects, the screen's
//! folders, texts in three languages. Each rule reads the sources, names file and line, and proves beside itself that it
//! can fail.

mod floors;
mod locales;
mod rooms;
mod source;
mod web;
