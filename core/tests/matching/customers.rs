use serde_json::{Value, json};

use super::{card, customers, shop_customer, with};

/// Where one customer of the shop ends up beside one card: `proposed 95 business_id+name -different_kind`, `weak 30 name`,
/// `unmatched`, `linked`.
fn outcome(shop: &Value, netvisor: &Value) -> String {
    let answer = customers(&json!([shop]), &json!([netvisor]), &json!({}));
    let candidate = |word: &str, candidate: &Value| {
        let words = |field: &str| {
            let words = candidate[field].as_array().unwrap().iter();
            words.map(|word| word.as_str().unwrap()).collect::<Vec<_>>().join("+")
        };
        let against = words("against");
        let against = if against.is_empty() { against } else { format!(" -{against}") };
        format!("{word} {} {}{against}", candidate["score"], words("reasons"))
    };
    let in_list = |name: &str| answer[name].as_array().unwrap().first().cloned();
    match (in_list("linked"), in_list("proposals"), in_list("ambiguous"), in_list("unmatched")) {
        (Some(_), None, None, None) => "linked".to_owned(),
        (None, Some(proposal), None, None) => candidate("proposed", &proposal),
        (None, None, Some(entry), None) => candidate(entry["cause"].as_str().unwrap(), &entry["candidates"][0]),
        (None, None, None, Some(_)) => "unmatched".to_owned(),
        other => panic!("in several lists: {other:?}"),
    }
}

#[test]
fn scores_and_reasons_are_as_documented() {
    let aino = json!({ "name": "Aino Aalto", "postcode": "00100", "street": "Katu 1 A", "city": "Helsinki" });
    for (shop, netvisor, expected) in [
        // By id.
        (json!({"business_id": "1234567-1"}), json!({"business_id": "FI12345671"}), "proposed 90 business_id"),
        (json!({"vat_id": "FI12345671"}), json!({"business_id": "1234567-1"}), "proposed 90 vat_id"),
        (json!({"business_id": "1234567-1"}), json!({"vat_id": "FI12345671"}), "proposed 90 vat_id"),
        (json!({"business_id": "1234567-1"}), json!({"business_id": "1234567-8"}), "unmatched"),
        (
            json!({"business_id": "1234567-8"}),
            json!({"business_id": "12345678"}),
            "proposed 70 business_id -id_unchecked",
        ),
        (
            json!({"vat_id": "SE 556036-079301"}),
            json!({"business_id": "se556036079301"}),
            "proposed 70 vat_id -id_unchecked",
        ),
        (
            json!({"name": "Kukka", "business_id": "1234567-1"}),
            json!({"name": "Kahvila", "business_id": "1234567-1"}),
            "proposed 70 business_id -different_name",
        ),
        (
            json!({"name": "Kukka", "business_id": "1234567-8"}),
            json!({"name": "Kahvila", "business_id": "1234567-8"}),
            "weak 50 business_id -different_name+id_unchecked",
        ),
        (json!({"business_id": "0000000-0"}), json!({"business_id": "0000000-0"}), "unmatched"),
        // By e-mail.
        (json!({"email": " Aino@Example.COM "}), json!({"email": "aino@example.com"}), "proposed 75 email"),
        (
            json!({"name": "Aino Aalto", "email": "aallot@example.com"}),
            json!({"name": "Eino Aalto", "email": "aallot@example.com"}),
            "weak 55 email -different_name",
        ),
        (
            json!({"email": "a@example.com", "business_id": "1234567-1"}),
            json!({"email": "a@example.com", "business_id": "1967543-8"}),
            "weak 35 email -different_id",
        ),
        (json!({"email": "-"}), json!({"email": "-"}), "unmatched"),
        (json!({"email": "@"}), json!({"email": "@"}), "unmatched"),
        // By name.
        (aino.clone(), json!({"name": "Aalto, Aino", "postcode": "FI-00100"}), "proposed 70 name_and_postcode"),
        (
            aino.clone(),
            json!({"name": "AALTO AINO", "postcode": "00 100", "street": "katu 1A"}),
            "proposed 75 name_and_postcode+street",
        ),
        (
            with(aino.clone(), json!({"kind": "consumer"})),
            json!({"name": "Aino Aalto Tmi", "postcode": "00100", "is_private": false}),
            "weak 55 name_and_postcode -different_kind",
        ),
        (
            aino.clone(),
            json!({"name": "Aalto Aino", "city": "HELSINKI", "street": "Katu 1 A"}),
            "weak 45 name_and_city+street",
        ),
        (aino.clone(), json!({"name": "Aalto Aino"}), "weak 30 name"),
        (aino.clone(), json!({"name": "Aalto Aino", "postcode": "33100"}), "weak 20 name -different_postcode"),
        (
            json!({"name": "Kukka Oy", "business_id": "1234567-1"}),
            json!({"name": "Kukka Oy", "business_id": "1967543-8"}),
            "unmatched",
        ),
        (
            json!({"name": "Kukka Oy", "postcode": "00100"}),
            json!({"name": "Kukka Ky", "postcode": "00100"}),
            "unmatched",
        ),
        (
            json!({"name": "Kukka Oy Itäkeskus", "postcode": "00100"}),
            json!({"name": "Kukka Oy", "name_extension": "Itäkeskus", "postcode": "00100"}),
            "proposed 70 name_and_postcode",
        ),
        (json!({"name": "Aino", "postcode": "00000"}), json!({"name": "Aino", "postcode": "00000"}), "weak 30 name"),
        (json!({"name": "-"}), json!({"name": "-"}), "unmatched"),
        // By everything.
        (
            with(aino.clone(), json!({"business_id": "1234567-1", "email": "a@example.com"})),
            with(aino, json!({"business_id": "1234567-1", "email": "a@example.com"})),
            "proposed 100 business_id+email+name_and_postcode+street",
        ),
        // By number.
        (json!({"netvisor_number": " 1008 "}), json!({}), "linked"),
        (json!({"netvisor_number": "a8"}), json!({"code": "A8"}), "linked"),
        (json!({"netvisor_number": "8"}), json!({}), "weak 40 netvisor_key"),
        (
            json!({"netvisor_number": "8", "email": "a@x.fi"}),
            json!({"email": "a@x.fi"}),
            "proposed 80 email+netvisor_key",
        ),
        (json!({"netvisor_number": ""}), json!({"code": ""}), "unmatched"),
    ] {
        assert_eq!(
            outcome(&shop_customer(shop.clone()), &card(netvisor.clone())),
            expected,
            "{shop} beside {netvisor}"
        );
    }
}

#[test]
fn several_candidates_are_listed_best_first_and_none_is_chosen() {
    let shop =
        json!([shop_customer(json!({"name": "Aino Aalto", "business_id": "1234567-1", "email": "a@example.com"}))]);
    let netvisor = json!([
        { "netvisor_key": 3, "name": "Aino Aalto", "code": "C" },
        { "netvisor_key": 2, "name": "Aino Aalto", "code": "B", "email": "a@example.com" },
        { "netvisor_key": 1, "name": "Aalto Tmi", "code": "A", "business_id": "1234567-1" },
    ]);
    let answer = customers(&shop, &netvisor, &json!({}));
    assert_eq!(answer["proposals"], json!([]));
    let entry = &answer["ambiguous"][0];
    assert_eq!((&entry["cause"], &entry["more"]), (&json!("several_candidates"), &json!(0)));
    let keys: Vec<_> = entry["candidates"].as_array().unwrap().iter().map(|found| &found["netvisor_key"]).collect();
    assert_eq!(keys, [1, 2, 3]);

    // A card that is like it in name alone does not stand in the way of one that is certain.
    let netvisor = json!([netvisor[0], netvisor[2]]);
    let answer = customers(&shop, &netvisor, &json!({}));
    assert_eq!(answer["proposals"][0]["netvisor_key"], 1);
}

#[test]
fn a_card_that_several_customers_may_be_is_proposed_to_none() {
    let email = json!({"email": "a@example.com"});
    let netvisor = json!([card(email.clone())]);
    let one = shop_customer(email.clone());
    let other = with(shop_customer(email), json!({"id": "s2"}));
    let answer = customers(&json!([one, other]), &netvisor, &json!({}));
    assert_eq!((&answer["proposals"], &answer["unmatched"]), (&json!([]), &json!([])));
    for (index, id) in ["s1", "s2"].iter().enumerate() {
        let entry = &answer["ambiguous"][index];
        assert_eq!((&entry["shop_id"], &entry["cause"]), (&json!(id), &json!("shared_candidate")));
        assert_eq!(entry["candidates"][0]["netvisor_key"], 8);
    }

    // One who has its number is linked; the other one is not put on the same card unasked.
    let linked = with(other, json!({"netvisor_number": "1008"}));
    let answer = customers(&json!([one, linked]), &netvisor, &json!({}));
    assert_eq!(answer["linked"], json!([{"shop_id": "s2", "netvisor_key": 8, "code": "1008"}]));
    assert_eq!(answer["ambiguous"][0]["cause"], "shared_candidate");
}

#[test]
fn what_should_be_mended_is_told_in_the_language_asked_for() {
    let shop = json!([
        { "id": "unknown", "name": "", "netvisor_number": "77" },
        { "id": "key", "name": "", "netvisor_number": "8" },
        { "id": "other", "name": "", "netvisor_number": "1008", "business_id": "1967543-8" },
        { "id": "twice", "name": "", "email": "b@example.com" },
        { "id": "twice", "name": "" },
        { "id": "codeless", "name": "", "vat_id": "FI01120389" },
    ]);
    let netvisor = json!([
        card(json!({"business_id": "1234567-1"})),
        { "netvisor_key": 9, "name": "", "business_id": "0112038-9" },
        { "netvisor_key": 10, "name": "", "email": "b@example.com" },
        { "netvisor_key": 10, "name": "Changed" },
        { "netvisor_key": 9, "name": "", "business_id": "0112038-9" },
    ]);
    let answer = customers(&shop, &netvisor, &json!({"language": "en"}));
    let findings: Vec<_> = answer["findings"].as_array().unwrap().iter().collect();
    let told: Vec<_> = findings
        .iter()
        .map(|finding| format!("{} {} {}", finding["fault"]["code"], finding["shop_ids"], finding["netvisor_keys"]))
        .collect();
    assert_eq!(
        told,
        [
            r#""shop_id_repeated" ["twice","twice"] []"#,
            r#""netvisor_number_unknown" ["unknown"] []"#,
            r#""netvisor_number_is_key" ["key"] []"#,
            r#""linked_customer_differs" ["other"] []"#,
            r#""customer_code_missing" ["codeless"] [9]"#,
            r#""netvisor_key_repeated" [] [10]"#,
        ]
    );
    assert!(findings.iter().all(|finding| finding["fault"]["message"] == finding["fault"]["messages"]["en"]));
    // An id that stands twice would be two rows of the import.
    assert_eq!(
        answer["ambiguous"].as_array().unwrap().iter().filter(|entry| entry["cause"] == "repeated_id").count(),
        1
    );
    assert_eq!(answer["unmatched"], json!(["unknown", "twice"]));
}

#[test]
fn a_code_that_several_cards_have_links_to_none_of_them() {
    let shop = json!([shop_customer(json!({"netvisor_number": "a"}))]);
    let cards = |codes: [&str; 2]| json!([{ "netvisor_key": 1, "name": "", "code": codes[0] }, { "netvisor_key": 2, "name": "", "code": codes[1] }]);
    for codes in [["a", "a "], ["A", "A"]] {
        let answer = customers(&shop, &cards(codes), &json!({}));
        assert_eq!(answer["linked"], json!([]), "{codes:?}");
        assert_eq!(answer["ambiguous"][0]["cause"], "several_candidates", "{codes:?}");
        assert_eq!(answer["ambiguous"][0]["candidates"][1]["reasons"], json!(["netvisor_number"]), "{codes:?}");
    }
    // The export takes the exact one before one in other case.
    let answer = customers(&shop, &cards(["A", "a"]), &json!({}));
    assert_eq!(answer["linked"][0]["netvisor_key"], 2);
}

#[test]
fn a_higher_minimum_turns_proposals_into_candidates() {
    let (shop, netvisor) =
        (json!([shop_customer(json!({"email": "a@x.fi"}))]), json!([card(json!({"email": "a@x.fi"}))]));
    assert_eq!(customers(&shop, &netvisor, &json!({"minimum_score": 75}))["proposals"][0]["score"], 75);
    assert_eq!(customers(&shop, &netvisor, &json!({"minimum_score": 76}))["ambiguous"][0]["cause"], "weak");
}

#[test]
fn rows_of_a_reply_are_read_as_they_are() {
    let body = b"<Root><ResponseStatus><Status>OK</Status><TimeStamp>11.4.2015 15:16:30</TimeStamp></ResponseStatus>\
        <Customerlist><Customer><Netvisorkey>8</Netvisorkey><Name>Kukka Oy</Name><Code>1008</Code>\
        <OrganisationIdentifier>1234567-1</OrganisationIdentifier><CustomerGroupID/><CustomerGroupName/></Customer>\
        </Customerlist></Root>";
    let reply = netvisor_orders::json::read_reply("customerlist.nv", 200, body).unwrap();
    let reply: Value = serde_json::from_str(&reply).unwrap();
    let shop = json!([shop_customer(json!({"name": "Kukka", "business_id": "1234567-1"}))]);
    let answer = customers(&shop, &reply["customers"], &json!({}));
    assert_eq!(answer["proposals"][0]["score"], 95);
}
