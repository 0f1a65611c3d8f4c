//! What is read of products beyond their cards.

use netvisor_simulator::{ProductCard, ProductChange, StockCard, SubProduct};

use crate::messages::LEAST_PRODUCT;
use crate::support::{Company, NOW};

/// SKU1 and SKU2 of the start; PIILO (3), not published; VANHA (4), deleted; OUTO (5), both.
fn company_with_products() -> Company {
    let mut company = Company::new();
    for (code, unpublished, deleted) in [("PIILO", true, false), ("VANHA", false, true), ("OUTO", true, true)] {
        let card = ProductCard { code: code.into(), unpublished, deleted, ..ProductCard::default() };
        company.simulator.add_product(&card);
    }
    company
}

#[test]
fn deleted_products_are_listed_unless_kept_out() {
    let mut company = company_with_products();
    for (query, codes) in [
        ("", vec!["SKU1", "SKU2", "PIILO", "VANHA", "OUTO"]),
        ("published=1", vec!["SKU1", "SKU2", "VANHA"]),
        ("unpublished=1", vec!["PIILO", "OUTO"]),
        ("published=1&unpublished=1&deleted=0", vec!["SKU1", "SKU2", "PIILO"]),
        ("published=1&unpublished=1&deleted=1", vec!["SKU1", "SKU2", "PIILO", "VANHA", "OUTO"]),
        ("published=1&deleted=0", vec!["SKU1", "SKU2"]),
        ("published=0&unpublished=1&deleted=0", vec!["PIILO"]),
    ] {
        assert_eq!(company.get(&format!("productlist.nv?{query}")).all("ProductCode"), codes, "{query}");
    }
    for query in ["deleted=1", "deleted=0", "published=true"] {
        let failure = company.get(&format!("productlist.nv?{query}")).failure();
        assert!(failure.starts_with("INVALID_DATA :: "), "{failure}");
    }
}

#[test]
fn products_changed_since_a_moment_in_finnish_time() {
    let mut company = company_with_products();
    company.simulator.set_now(NOW + 60_000);
    company.simulator.change_product(4, &ProductChange::Restore).unwrap();
    company.simulator.set_now(NOW);
    let edit = LEAST_PRODUCT.replace("SKU9", "SKU1");
    assert_eq!(company.post("product.nv?method=edit&id=1", &edit).status, 200);
    for (since, codes) in [
        ("2026-01-02T05:04:05", vec!["SKU1", "SKU2", "PIILO", "VANHA", "OUTO"]),
        ("2026-01-02", vec!["SKU1", "SKU2", "PIILO", "VANHA", "OUTO"]),
        ("2026-01-02+05:04:06", vec!["VANHA"]),
        ("2026-01-02T05:05:05", vec!["VANHA"]),
        ("2026-01-02T05:05:06", vec![]),
    ] {
        assert_eq!(company.get(&format!("productlist.nv?changedsince={since}")).all("ProductCode"), codes, "{since}");
    }
    assert_eq!(company.get("productlist.nv?changedsince=2.1.2026%205:04:05").status, 400);
    assert!(company.simulator.change_product(99, &ProductChange::Delete).is_err());
}

#[test]
fn groups_come_with_a_key_and_those_above_them() {
    let mut company = Company::new();
    for (code, group) in [("A", "Vaatteet / Lasten / Paidat"), ("B", ""), ("C", "Vaatteet")] {
        let card = ProductCard { code: code.into(), group: group.into(), ..ProductCard::default() };
        company.simulator.add_product(&card);
    }
    let answer = company.get("productlist.nv");
    assert_eq!(answer.all("ProductGroupID"), ["1", "1", "4", "2"]);
    assert_eq!(
        answer.all("ProductGroupDescription"),
        ["Verkkokauppa", "Verkkokauppa", "Vaatteet / Lasten / Paidat", "Vaatteet"]
    );
    let groups = company.state()["product_groups"].clone();
    let parents: Vec<_> = groups.as_array().unwrap().iter().map(|group| group["parent_key"].as_u64()).collect();
    assert_eq!(parents, [None, None, Some(2), Some(3)]);
}

#[test]
fn an_import_makes_the_group_and_keeps_what_it_cannot_say() {
    let mut company = company_with_products();
    company.post("product.nv?method=add", &LEAST_PRODUCT.replace("Verkkokauppa", "Uutuudet")).key();
    assert_eq!(company.get("productlist.nv?keyword=SKU9").all("ProductGroupID"), ["2"]);
    let edit = LEAST_PRODUCT.replace("SKU9", "VANHA");
    assert_eq!(company.post("product.nv?method=edit&id=4", &edit).status, 200);
    assert_eq!(company.state()["products"][3]["deleted"], true);
}

#[test]
fn cards_come_as_published_and_undeleted_ones_only_if_asked() {
    let mut company = company_with_products();
    for (option, codes) in [
        ("0", vec!["SKU1", "PIILO", "VANHA", "OUTO"]),
        ("1", vec!["SKU1", "PIILO"]),
        ("2", vec!["SKU1", "VANHA"]),
        ("3", vec!["SKU1"]),
    ] {
        let answer = company.get(&format!("getproduct.nv?idlist=1,3,4,5&replyoption={option}"));
        assert_eq!(answer.all("ProductCode"), codes, "{option}");
    }
    assert!(company.get("getproduct.nv?id=4&replyoption=1").body.ends_with("<Product /></Root>"));
}

#[test]
fn cards_tell_the_stock_of_all_warehouses_where_any_is_kept() {
    let mut company = Company::new();
    for (warehouse, on_hand) in [("Tampere", "10,5"), ("Turku", "2")] {
        let reserved = "1".into();
        company.simulator.set_stock(&StockCard {
            product_key: 1,
            warehouse: warehouse.into(),
            on_hand: on_hand.into(),
            reserved,
            ..StockCard::default()
        });
    }
    let body = company.get("getproduct.nv?id=1").body;
    assert!(
        body.contains(
            "<ProductInventoryDetails><InventoryAmount>12,50</InventoryAmount><InventoryMidPrice></InventoryMidPrice>\
             <InventoryValue></InventoryValue><InventoryReservedAmount>2,00</InventoryReservedAmount>\
             <InventoryOrderedAmount>0,00</InventoryOrderedAmount><InventoryAccountNumber></InventoryAccountNumber>\
             </ProductInventoryDetails>"
        ),
        "{body}"
    );
    assert!(company.get("getproduct.nv?id=2").all("ProductInventoryDetails").is_empty());
}

#[test]
fn what_a_product_is_made_from_and_goes_into_comes_if_asked() {
    let mut company = Company::new();
    let part = |product_key, amount: &str| SubProduct { product_key, amount: amount.into() };
    let set = ProductCard { sub_products: vec![part(1, "2"), part(2, "0,5")], ..ProductCard::default() };
    assert_eq!(company.simulator.add_product(&set), 3);
    let answer = company.get("getproduct.nv?id=3&showsubproducts=1");
    assert_eq!(
        (answer.all("Amount"), answer.all("NetvisorKey")),
        (to_owned(&["2", "0,5"]), to_owned(&["3", "1", "2"]))
    );
    assert!(answer.body.contains("<SubProductInformation><Parents /><Children><Product>"), "{}", answer.body);
    let answer = company.get("getproduct.nv?id=2&showsubproducts=1");
    assert!(answer.body.contains("</Parents><Children /></SubProductInformation>"), "{}", answer.body);
    assert_eq!(answer.all("Amount"), ["0,5"]);
    assert!(company.get("getproduct.nv?id=3").all("SubProductInformation").is_empty());
}

fn to_owned(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}
