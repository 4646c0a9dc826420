//! Where in the application a fault is: a route of keys and indices. Out: `Place`.

use std::fmt;

/// A route from the root of the application to a value; the empty route is the whole of it.
///
/// Places follow the canonical shape (`diagnosis/needs/3/evidence`), however the author wrote it;
/// indices count from 0.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Place {
    steps: Vec<Step>,
    at_key: bool,
}

/// One step of a route.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// Into a mapping, by key.
    Key(String),
    /// Into a list, by index from 0.
    Index(usize),
}

impl Place {
    /// Returns the place of the whole application.
    pub fn root() -> Self {
        Self::default()
    }

    /// Reads `diagnosis/needs/3`; a step of digits is an index.
    pub fn parse(route: &str) -> Self {
        let step = |part: &str| part.parse().map_or_else(|_| Step::Key(part.to_owned()), Step::Index);
        Self { steps: route.split('/').filter(|part| !part.is_empty()).map(step).collect(), at_key: false }
    }

    /// Returns the place of the value under `key`.
    #[must_use]
    pub fn key(&self, key: &str) -> Self {
        self.then(Step::Key(key.to_owned()))
    }

    /// Returns the place of the list's entry `index`, counted from 0.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        self.then(Step::Index(index))
    }

    /// Returns the place of the key itself and not of the value under it.
    #[must_use]
    pub fn at_key(&self) -> Self {
        Self { at_key: true, ..self.clone() }
    }

    /// Tells whether the key is meant and not the value under it.
    pub fn is_at_key(&self) -> bool {
        self.at_key
    }

    /// Returns the steps from the root.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// Returns the place one step nearer to the root; `None` for the root.
    pub fn parent(&self) -> Option<Self> {
        let (_, rest) = self.steps.split_last()?;
        Some(Self { steps: rest.to_vec(), at_key: false })
    }

    /// Tells whether this place is `other` or inside it.
    pub fn is_within(&self, other: &Self) -> bool {
        self.steps.starts_with(&other.steps)
    }

    fn then(&self, step: Step) -> Self {
        let mut steps = Vec::with_capacity(self.steps.len() + 1);
        steps.extend_from_slice(&self.steps);
        steps.push(step);
        Self { steps, at_key: false }
    }
}

/// Takes the first steps of another place for a place.
impl From<&[Step]> for Place {
    fn from(steps: &[Step]) -> Self {
        Self { steps: steps.to_vec(), at_key: false }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (number, step) in self.steps.iter().enumerate() {
            if number > 0 {
                formatter.write_str("/")?;
            }
            match step {
                Step::Key(key) => formatter.write_str(key)?,
                Step::Index(index) => write!(formatter, "{index}")?,
            }
        }
        Ok(())
    }
}

/// Writes the route as text.
impl serde::Serialize for Place {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_reads_as_it_prints() {
        let place = Place::root().key("diagnosis").key("needs").index(3).key("evidence");
        assert_eq!(place.to_string(), "diagnosis/needs/3/evidence");
        assert_eq!(Place::parse("diagnosis/needs/3/evidence"), place);
        assert!(place.is_within(&Place::parse("diagnosis/needs")));
        assert!(!Place::parse("diagnosis/needs/30").is_within(&Place::parse("diagnosis/needs/3")));
    }
}
