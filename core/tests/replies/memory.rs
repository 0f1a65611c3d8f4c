//! What reading a list costs in memory.

use netvisor_orders::wire::reply::{CustomerIndex, read_customers};

use crate::counting::cost;
use crate::customer_list;

#[test]
fn an_index_of_100_000_customers_takes_at_most_three_times_its_texts() {
    let body = customer_list(100_000);
    let mut texts = 0;
    let (index, held, peak) = cost(|| {
        let mut index = CustomerIndex::default();
        read_customers(200, body.as_bytes(), |row| {
            texts += row.name.len();
            texts += row.code.as_deref().map_or(0, str::len) + row.business_id.as_deref().map_or(0, str::len);
            assert!(index.insert(&row));
        })
        .expect("a list");
        index
    });
    assert_eq!(index.len(), 100_000);
    println!("texts {texts} B, index {held} B, peak {peak} B");
    let texts = texts as isize;
    assert!(held >= texts, "the index of {texts} bytes of text holds {held}");
    assert!(peak <= 3 * texts, "the index of {texts} bytes of text took {peak}");

    let found: Vec<_> =
        index.with_code("a000049").map(|customer| (customer.netvisor_key, customer.business_id)).collect();
    assert_eq!(found, [(7, Some("1000217-7"))]);
}

#[test]
fn reading_row_by_row_holds_one_row() {
    let body = customer_list(1_000);
    let mut names = 0;
    let (_, _, peak) = cost(|| read_customers(200, body.as_bytes(), |row| names += row.name.len()).expect("a list"));
    assert!(names > 30_000);
    assert!(peak < 4_096, "{peak} bytes");
}
