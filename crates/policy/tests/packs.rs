//! The shipped packs read without a mistake against the whole house.

mod house;

use xianji_policy::read::{Mode, PackSource, read};

fn whole(id: &str) -> Vec<PackSource> {
    let others = ["standard", "consulting-desk"]
        .into_iter()
        .filter(|other| *other != id);
    std::iter::once(id).chain(others).map(house::shipped).collect()
}

#[test]
fn every_shipped_pack_reads_without_a_mistake() {
    for id in ["standard", "consulting-desk"] {
        if let Err(mistakes) = read(&whole(id), &house::vocabulary(), Mode::Strict) {
            let lines: Vec<String> = mistakes.iter().map(ToString::to_string).collect();
            panic!("{} mistakes in {id}\n{}", mistakes.len(), lines.join("\n"));
        }
    }
}

#[test]
fn a_flattened_pack_reads_to_the_same_pack_without_its_parents() {
    let pack = read(&whole("consulting-desk"), &house::vocabulary(), Mode::Strict).expect("it reads");
    let again = read(
        &[house::pack("consulting-desk", &pack.flattened)],
        &house::vocabulary(),
        Mode::Strict,
    );
    let again = again.expect("the flattened text reads by itself");
    assert_eq!(again.flattened, pack.flattened);
    assert_eq!(again.hash, pack.hash);
    assert_eq!(again.obligations.len(), pack.obligations.len());
    assert_eq!(
        pack.clauses.iter().filter(|clause| clause.of == "R02").count(),
        22
    );
    assert_eq!(
        pack.clauses.iter().filter(|clause| clause.of == "R04").count(),
        18
    );
}

#[test]
fn a_pack_read_with_part_of_the_house_keeps_what_that_part_can_serve() {
    let whole_house = house::vocabulary();
    let engage = [
        "company",
        "customer",
        "contact",
        "interaction",
        "inquiry",
        "handover",
        "lead",
        "message",
        "member",
    ];
    let part = whole_house
        .kinds()
        .filter(|kind| engage.contains(&kind.name.as_str()))
        .cloned();
    let part = xianji_policy::Vocabulary::new(part);
    let pack = read(&whole("standard"), &part, Mode::Mounted).expect("what is not mounted is left out");
    assert!(pack.obligations.has("inquiry-first-reply"));
    assert!(!pack.obligations.has("weekly-report"));
    assert!(pack.positions.has("sales"));
}
