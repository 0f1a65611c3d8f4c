use serde_json::json;

use super::customers;

#[test]
fn proposals_are_quoted_as_rfc_4180_has_it_and_only_names_are_guarded() {
    let shop = json!([
        { "id": "=1", "name": "=HYPERLINK(\"x\")", "business_id": "1234567-1" },
        { "id": "2,5", "name": "Aalto, Aino", "business_id": "1967543-8" },
        { "id": "3", "name": "Väinö\r\nKukka", "business_id": "2521043-4" },
        { "id": "4", "name": "Koodi Puuttuu", "business_id": "1478523-2" },
    ]);
    let netvisor = json!([
        { "netvisor_key": 1, "name": "", "code": "+1", "business_id": "1234567-1" },
        { "netvisor_key": 2, "name": "Aino Aalto", "code": " 2 ", "business_id": "1967543-8" },
        { "netvisor_key": 3, "name": "", "code": "00\"3", "business_id": "2521043-4" },
        { "netvisor_key": 4, "name": "", "business_id": "1478523-2" },
    ]);
    let answer = customers(&shop, &netvisor, &json!({"csv": true}));
    assert_eq!(
        answer["csv"]["proposals"],
        "shop_id,name,netvisor_number,score,reason\r\n\
         =1,\"'=HYPERLINK(\"\"x\"\")\",+1,90,business_id\r\n\
         \"2,5\",\"Aalto, Aino\",2,95,business_id+name\r\n\
         3,\"Väinö\r\nKukka\",\"00\"\"3\",90,business_id\r\n"
    );
    // The card without a code is proposed, but there is nothing an import could enter.
    assert_eq!(answer["proposals"].as_array().unwrap().len(), 4);
    assert_eq!(customers(&shop, &netvisor, &json!({}))["csv"], json!(null));
}

#[test]
fn ambiguous_ones_have_a_row_for_each_candidate() {
    let shop = json!([{ "id": "1", "name": "Aino Aalto", "email": "a@x.fi" }, { "id": "2", "name": "Asiakas" }]);
    let mut netvisor = vec![
        json!({ "netvisor_key": 1, "name": "-Aino Aalto", "code": "A", "email": "a@x.fi" }),
        json!({ "netvisor_key": 2, "name": "Eino Aalto", "email": "a@x.fi" }),
    ];
    netvisor.extend((10..21).map(|key| json!({ "netvisor_key": key, "name": "Asiakas" })));
    let answer = customers(&shop, &json!(netvisor), &json!({"csv": true, "minimum_score": 100}));
    assert_eq!(
        answer["csv"]["ambiguous"],
        "shop_id,name,cause,netvisor_name,netvisor_number,netvisor_key,score,reason,against\r\n\
         1,Aino Aalto,weak,'-Aino Aalto,A,1,80,email+name,\r\n\
         1,Aino Aalto,weak,Eino Aalto,,2,55,email,different_name\r\n\
         2,Asiakas,common_name,,,,,,\r\n"
    );
}
