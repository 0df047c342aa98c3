//! A lockout in the future, and output that cannot be written.

use super::*;

#[test]
fn unwritable_output_is_reported() {
    let mut desk = TestDesk::demo();
    assert_snapshot!(desk.output(StandardOutput::Closed).run("lookup jesrab01"), @"exit 0");
    assert_snapshot!(desk.output(StandardOutput::Full).run("lookup jesrab01"), @"
    err Fel: Resultatet kunde inte skrivas ut på standard ut: disken är full. Inget är ändrat.
    err Gör så här: Gör plats där resultatet ska skrivas, eller skriv det någon annanstans, och kör igen.
    exit 6
    ");
}

#[test]
fn lockout_in_the_future_is_a_wrong_clock() {
    let mut desk = TestDesk::configured().with(eva());
    desk.wait(-7200);
    let card = desk.run("lookup evaand01");
    assert!(card.contains("framåt: datorns eller domänkontrollantens klocka går fel"), "{card}");
    assert!(!card.contains("minuter)"), "{card}");
    let json = desk.run("lookup evaand01 -o json");
    assert!(json.contains("\"locked_in_future\": true"), "{json}");
}
