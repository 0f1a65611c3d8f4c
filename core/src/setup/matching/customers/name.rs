use super::fold::folded;

/// The legal forms names carry. A company's form may be left out where its name is typed, but two forms are two companies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// Oy, Ab, Oyj, Abp, Ltd: one company may be written with any of them.
    Limited,
    /// Ky, Kb.
    LimitedPartnership,
    /// Ay.
    Partnership,
    /// Tmi, T:mi, toiminimi: a person in business, so the order of the names is free as a person's is.
    SoleTrader,
    /// ry, rf.
    Association,
    /// Osk, osuuskunta.
    Cooperative,
}

impl Form {
    fn of(word: &str, is_first: bool) -> Option<Self> {
        match word {
            "oy" | "ab" | "osakeyhtio" | "aktiebolag" => Some(Self::Limited),
            "tmi" | "toiminimi" => Some(Self::SoleTrader),
            "osk" | "osuuskunta" | "andelslag" => Some(Self::Cooperative),
            // These never come first; but there are people whose first name is Ky.
            _ if is_first => None,
            "oyj" | "abp" | "ltd" => Some(Self::Limited),
            "ky" | "kb" => Some(Self::LimitedPartnership),
            "ay" => Some(Self::Partnership),
            "ry" | "rf" => Some(Self::Association),
            "anl" => Some(Self::Cooperative),
            _ => None,
        }
    }
}

/// How two names compare.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Likeness {
    Same,
    /// All words of one are in the other, in whatever order: nothing speaks for or against.
    Contained,
    Different,
}

/// A name as it is compared: without case, marks, punctuation and legal form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Name {
    /// The words in alphabetical order.
    sorted: Box<str>,
    /// The words in the order they stand in, where that is another.
    ordered: Option<Box<str>>,
    form: Option<Form>,
}

impl Name {
    /// `None` when the text holds neither letters nor digits.
    pub(super) fn new(text: &str) -> Option<Self> {
        let folded = folded(text);
        let words = joined_initials(&folded);
        let mut form = None;
        let mut kept: Vec<&str> = Vec::with_capacity(words.len());
        for (place, word) in words.iter().copied().enumerate() {
            match Form::of(word, place == 0) {
                Some(found) => form = Some(found),
                None => kept.push(word),
            }
        }
        // A name that is nothing but a form is a name.
        if kept.is_empty() {
            (form, kept) = (None, words);
        }
        let ordered = (!kept.is_sorted()).then(|| kept.join(" ").into());
        kept.sort_unstable();
        let sorted: Box<str> = kept.join(" ").into();
        (!sorted.is_empty()).then_some(Self { sorted, ordered, form })
    }

    /// What names that are the same have in common; some others have it too.
    pub(super) fn key(&self) -> &str {
        &self.sorted
    }

    pub(super) fn likeness(&self, other: &Self) -> Likeness {
        if let (Some(own), Some(others)) = (self.form, other.form)
            && own != others
        {
            return Likeness::Different;
        }
        if self.sorted == other.sorted {
            // `Helsingin Auto Oy` and `Auto Helsingin Oy` are two companies, `Aalto Aino` and `Aino Aalto` one person.
            let has_order = |name: &Self| name.form.is_some_and(|form| form != Form::SoleTrader);
            let is_reordered = (has_order(self) || has_order(other)) && self.ordered != other.ordered;
            return if is_reordered { Likeness::Contained } else { Likeness::Same };
        }
        if contains(&self.sorted, &other.sorted) || contains(&other.sorted, &self.sorted) {
            Likeness::Contained
        } else {
            Likeness::Different
        }
    }
}

/// Whether all of the one's sorted words are among the other's.
fn contains(whole: &str, part: &str) -> bool {
    let mut words = whole.split(' ');
    part.split(' ').all(|wanted| words.any(|word| word == wanted))
}

/// The words of a folded text; `r y` and `o y`, which were `r.y.` and `o.y.`, are one.
fn joined_initials(folded: &str) -> Vec<&str> {
    let mut words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
    if let [.., first, second] = words[..] {
        let form = match (first, second) {
            ("r", "y") => Some("ry"),
            ("r", "f") => Some("rf"),
            ("o", "y") => Some("oy"),
            ("a", "b") => Some("ab"),
            ("k", "y") => Some("ky"),
            _ => None,
        };
        if let Some(form) = form {
            words.truncate(words.len() - 2);
            words.push(form);
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn likeness(one: &str, other: &str) -> Likeness {
        let [one, other] = [one, other].map(|text| Name::new(text).unwrap_or_else(|| panic!("{text} is no name")));
        assert_eq!(one.likeness(&other), other.likeness(&one), "likeness has two sides");
        one.likeness(&other)
    }

    #[test]
    fn the_same_name_written_in_many_ways_is_the_same() {
        for (one, other) in [
            ("Aino Aalto", "Aalto Aino"),
            ("Aino Aalto", "Aalto, Aino"),
            ("Aino Aalto", "  AINO   aalto "),
            ("Väinö Sjöström", "Vaino Sjostrom"),
            ("Väinö", "Va\u{308}ino\u{308}"),
            ("Åke Öhman", "A\u{30a}ke O\u{308}hman"),
            ("Anna-Liisa Järvi", "Anna Liisa Jarvi"),
            ("Kahvila Kukka Oy", "Kahvila Kukka"),
            ("Kahvila Kukka Oy", "Oy Kahvila Kukka Ab"),
            ("Kahvila Kukka Oy", "KAHVILA KUKKA OYJ"),
            ("Kahvila Kukka Ab", "Kahvila Kukka Ltd."),
            ("Puutarha Niemi Ky", "Puutarha Niemi, Kb"),
            ("Tmi Aino Aalto", "T:mi Aalto Aino"),
            ("Aino Aalto Tmi", "Toiminimi Aino Aalto"),
            ("Aino Aalto Tmi", "Aino Aalto"),
            ("Kylän Urheilijat ry", "Kylan urheilijat R.Y."),
            ("Byns Vänner rf", "Byns vänner r.f."),
            ("Maito Osk", "Osuuskunta Maito"),
            ("Aalto & Niemi Oy", "Aalto ja Niemi Oy"),
            ("O'Connor Sean", "Sean O’Connor"),
            ("Oy Ab", "oy ab"),
        ] {
            assert_eq!(likeness(one, other), Likeness::Same, "{one} and {other}");
        }
    }

    #[test]
    fn other_names_are_not() {
        for (one, other) in [
            ("Aino Aalto", "Eino Aalto"),
            ("Aalto Oy", "Aalto Ky"),
            ("Aalto Oy", "Aalto ry"),
            ("Raesmaa", "Rasmaa"),
            ("Kukka", "Kukkanen"),
            ("Ky Laine", "My Laine"),
        ] {
            assert_eq!(likeness(one, other), Likeness::Different, "{one} and {other}");
        }
        for (one, other) in [
            ("Aino Aalto", "Aino Maria Aalto"),
            ("Aalto Oy", "Aino Aalto"),
            ("Helsingin Auto Oy", "Auto Helsingin Oy"),
            ("Kukka Kukka", "Kukka"),
            // A given name that comes last is taken for a form.
            ("Ky Laine", "Laine, Ky"),
        ] {
            assert_eq!(likeness(one, other), Likeness::Contained, "{one} and {other}");
        }
        for nothing in ["", " ", "-", ".,;", "\u{308}"] {
            assert_eq!(Name::new(nothing), None);
        }
    }
}
