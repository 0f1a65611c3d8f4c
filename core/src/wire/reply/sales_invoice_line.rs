use rust_decimal::Decimal;
use serde::Serialize;

use super::trouble::Trouble;
use super::value::{decimal, optional_decimal_json};
use super::xml_reader::{XmlReader, each_child};

/// A line of an invoice or order (§3.12).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[non_exhaustive]
pub enum SalesInvoiceLine {
    /// Something sold.
    Product(Box<ProductLine>),
    /// A line of text.
    Comment {
        /// The text; empty when there is none.
        comment: String,
    },
}

/// A product line. Sums are in the document's currency; what the line's element does not hold is `null`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ProductLine {
    /// The key of the line.
    pub netvisor_key: Option<u64>,
    /// The product code, as text: leading zeros count.
    pub product_code: Option<String>,
    /// The product's name on this document.
    pub product_name: Option<String>,
    /// Netvisor's key of the product.
    pub product_key: Option<u64>,
    /// Price of one unit as Netvisor gives it: without VAT in the known samples.
    #[serde(serialize_with = "optional_decimal_json")]
    pub unit_price: Option<Decimal>,
    /// The VAT rate in percent.
    #[serde(serialize_with = "optional_decimal_json")]
    pub vat_percent: Option<Decimal>,
    /// The VAT code (§5.1) as given: `-` stands for no VAT handling, which is sent as `NONE`.
    pub vat_code: Option<String>,
    /// The first EAN code, as text: leading zeros count.
    pub primary_ean: Option<String>,
    /// The second EAN code, as text.
    pub secondary_ean: Option<String>,
    /// How many units.
    #[serde(serialize_with = "optional_decimal_json")]
    pub quantity: Option<Decimal>,
    /// The name of the unit.
    pub unit: Option<String>,
    /// The discount in percent.
    #[serde(serialize_with = "optional_decimal_json")]
    pub discount_percent: Option<Decimal>,
    /// The line's free text. Line ends are `\n`.
    pub free_text: Option<String>,
    /// The VAT in `sum`; up to four decimals.
    #[serde(serialize_with = "optional_decimal_json")]
    pub vat_sum: Option<Decimal>,
    /// The line's total with VAT; up to four decimals.
    #[serde(serialize_with = "optional_decimal_json")]
    pub sum: Option<Decimal>,
    /// Dimensions in the document's order.
    pub dimensions: Vec<Dimension>,
}

/// A dimension of bookkeeping on a line.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Dimension {
    /// The heading.
    pub name: Option<String>,
    /// The item under it.
    pub item: Option<String>,
}

impl SalesInvoiceLine {
    /// Reads the lines of one `InvoiceLine`, mixed as they are.
    pub(super) fn read_all(xml: &mut XmlReader<'_>, lines: &mut Vec<Self>) -> Result<(), Trouble> {
        each_child!(xml, child {
            "SalesInvoiceProductLine" => lines.push(Self::Product(Box::new(ProductLine::read(xml)?))),
            "SalesInvoiceCommentLine" => lines.push(Self::read_comment(xml)?),
        });
        Ok(())
    }

    fn read_comment(xml: &mut XmlReader<'_>) -> Result<Self, Trouble> {
        let mut comment = String::new();
        each_child!(xml, child {
            "Comment" => comment = xml.text()?.into_owned(),
        });
        Ok(Self::Comment { comment })
    }
}

impl ProductLine {
    fn read(xml: &mut XmlReader<'_>) -> Result<Self, Trouble> {
        let mut line = Self::default();
        each_child!(xml, child {
            "NetvisorKey" -> line.netvisor_key,
            "ProductIdentifier" -> line.product_code,
            "ProductName" -> line.product_name,
            "ProductNetvisorKey" -> line.product_key,
            "ProductUnitPrice" -> line.unit_price,
            "ProductPrimaryEanCode" -> line.primary_ean,
            "ProductSecondaryEanCode" -> line.secondary_ean,
            "SalesInvoiceProductLineQuantity" -> line.quantity,
            "SalesInvoiceProductLineUnit" -> line.unit,
            "SalesInvoiceProductLineDiscountPercentage" -> line.discount_percent,
            "SalesInvoiceProductLineFreeText" -> line.free_text,
            "SalesInvoiceProductLineVatSum" -> line.vat_sum,
            "SalesInvoiceProductLineSum" -> line.sum,
        } else {
            "ProductVatPercentage" => {
                line.vat_code = child.attribute("vatcode")?;
                line.vat_percent = xml.value(&child, decimal)?;
            },
            "Dimension" => line.dimensions.push(Dimension::read(xml)?),
        });
        Ok(line)
    }
}

impl Dimension {
    fn read(xml: &mut XmlReader<'_>) -> Result<Self, Trouble> {
        let mut dimension = Self::default();
        each_child!(xml, child {
            "DimensionName" -> dimension.name,
            "DimensionItem" -> dimension.item,
        });
        Ok(dimension)
    }
}
