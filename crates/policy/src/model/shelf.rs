//! Statements of one kind: found by id, listed in the order in which the pack writes them.

use std::collections::BTreeMap;

/// Something that a pack calls by an id.
pub trait Named {
    fn id(&self) -> &str;
}

/// Statements by id, in file order, because stages, fields and menus are shown in the order they are written.
#[derive(Clone, Debug)]
pub struct Shelf<T> {
    items: Vec<T>,
    places: BTreeMap<String, usize>,
}

impl<T> Default for Shelf<T> {
    fn default() -> Self {
        Shelf {
            items: Vec::new(),
            places: BTreeMap::new(),
        }
    }
}

impl<T: Named> Shelf<T> {
    /// Puts a statement on the shelf; one of the same id is replaced where it stands.
    pub fn put(&mut self, item: T) {
        match self.places.get(item.id()) {
            Some(&place) => self.items[place] = item,
            None => {
                self.places.insert(item.id().to_string(), self.items.len());
                self.items.push(item);
            }
        }
    }

    pub fn get(&self, id: &str) -> Option<&T> {
        self.places.get(id).map(|&place| &self.items[place])
    }

    pub(crate) fn get_mut(&mut self, id: &str) -> Option<&mut T> {
        self.places.get(id).map(|&place| &mut self.items[place])
    }

    pub fn has(&self, id: &str) -> bool {
        self.places.contains_key(id)
    }

    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.items.iter()
    }

    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.items.iter().map(Named::id)
    }

    pub fn len(&self) -> usize {
        self.items.len()
    }

    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }
}

impl<'a, T: Named> IntoIterator for &'a Shelf<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.iter()
    }
}

impl<T: Named> FromIterator<T> for Shelf<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        let mut shelf = Shelf::default();
        for item in items {
            shelf.put(item);
        }
        shelf
    }
}

macro_rules! named {
    ($($statement:ty),* $(,)?) => {$(
        impl $crate::model::Named for $statement {
            fn id(&self) -> &str {
                &self.id
            }
        }
    )*};
}
pub(crate) use named;
