use serde::Serialize;

use super::translations::Translations;
use super::trouble::Trouble;
use super::value::whole_number;
use super::xml_reader::{XmlReader, each_child};

/// A product group of getproductgroups.nv (§3.6).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ProductGroupRow<'a> {
    /// Netvisor's own key of the group.
    pub netvisor_key: u64,
    /// The key of the group it belongs to, where the reply tells.
    pub parent_key: Option<u64>,
    /// The name by language.
    pub names: Translations<'a>,
    /// The description by language.
    pub descriptions: Translations<'a>,
}

impl<'a> ProductGroupRow<'a> {
    /// Reads a group, and those inside it after it. The documentation of the hierarchy is cut (§3.6), so a group may name the
    /// one it belongs to, or stand inside it.
    pub(super) fn read(xml: &mut XmlReader<'a>, each: &mut dyn FnMut(Self)) -> Result<(), Trouble> {
        let mut key = None;
        let mut row = Self::default();
        let mut inside: Vec<Self> = Vec::new();
        each_child!(xml, child {
            "NetvisorKey" -> key,
            "ParentNetvisorKey" -> row.parent_key,
        } else {
            "ParentProductGroupNetvisorKey" => row.parent_key = xml.value(&child, whole_number)?,
            "ProductGroupNameTranslations" => row.names = Translations::read(xml)?,
            "ProductGroupDescriptionTranslations" => row.descriptions = Translations::read(xml)?,
            "ParentProductGroup" => each_child!(xml, child {
                "NetvisorKey" -> row.parent_key,
            }),
            "ProductGroup" => Self::read(xml, &mut |row| inside.push(row))?,
            "ProductGroups" => Self::read_all(xml, &mut inside)?,
            "SubProductGroups" => Self::read_all(xml, &mut inside)?,
            "ProductSubGroups" => Self::read_all(xml, &mut inside)?,
        });
        row.netvisor_key = key.ok_or_else(|| Trouble::incomplete("ProductGroup/NetvisorKey"))?;
        each(row);
        for mut group in inside {
            group.parent_key = group.parent_key.or(key);
            each(group);
        }
        Ok(())
    }

    fn read_all(xml: &mut XmlReader<'a>, rows: &mut Vec<Self>) -> Result<(), Trouble> {
        each_child!(xml, child {
            "ProductGroup" => Self::read(xml, &mut |row| rows.push(row))?,
        });
        Ok(())
    }

    /// The group on its own, without the body it was read from.
    #[must_use]
    pub fn into_owned(self) -> ProductGroupRow<'static> {
        ProductGroupRow {
            netvisor_key: self.netvisor_key,
            parent_key: self.parent_key,
            names: self.names.into_owned(),
            descriptions: self.descriptions.into_owned(),
        }
    }
}
