//! What the company is like: how many of what, and what the n-th of them is. Everything follows from the place alone.

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use crate::dice::{at, below, pick};

/// Owners of customers and projects.
pub const OWNERS: u64 = 200;
/// Customers a scale; as many projects, twice as many contacts.
pub const CUSTOMERS: u64 = 100_000;
/// Inquiries a scale.
pub const INQUIRIES: u64 = 20_000;

/// What an id or a throw is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u64)]
pub enum Of {
    Customer = 1,
    Contact,
    Project,
    Stay,
    Place,
    Document,
    Event,
    Inquiry,
    Owner,
    Name,
    Stage,
    Amount,
    State,
}

/// The company of a scale.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    /// 1 or 10; 0 is a fiftieth, for trying the bench itself.
    pub scale: u64,
    /// When it was made.
    pub now: DateTime<Utc>,
}

/// Stages of the standard life with how many of a hundred projects stand in each; the last is that of won ones.
pub const STAGES: [(&str, u64); 6] = [
    ("research", 28),
    ("requirements", 22),
    ("solution", 16),
    ("negotiation", 12),
    ("signing", 7),
    ("after-signing", 15),
];

const PLACES: [&str; 24] = [
    "北京", "上海", "广州", "深圳", "杭州", "南京", "苏州", "成都", "重庆", "武汉", "西安", "长沙", "郑州",
    "青岛", "济南", "厦门", "福州", "合肥", "宁波", "无锡", "沈阳", "大连", "昆明", "南昌",
];
const FIRST: [char; 40] = [
    '华', '远', '中', '天', '恒', '金', '瑞', '安', '信', '德', '明', '海', '东', '新', '盛', '宏', '嘉',
    '创', '博', '云', '星', '龙', '泰', '康', '正', '利', '鼎', '通', '智', '优', '百', '同', '凯', '福',
    '永', '科', '长', '国', '立', '诚',
];
const TRADES: [&str; 20] = [
    "科技", "电子", "医药", "能源", "环保", "物流", "食品", "机械", "建材", "教育", "传媒", "金融", "汽车",
    "化工", "纺织", "地产", "软件", "通信", "农业", "仪器",
];
const ENDINGS: [&str; 3] = ["有限公司", "股份有限公司", "集团有限公司"];
const GOODS: [&str; 12] = [
    "数据平台",
    "办公系统",
    "机房改造",
    "安全加固",
    "智能客服",
    "仓储系统",
    "生产看板",
    "网络升级",
    "报表系统",
    "移动应用",
    "设备维保",
    "培训服务",
];

impl Shape {
    /// How many customers, and how many projects.
    pub fn customers(&self) -> u64 {
        match self.scale {
            0 => CUSTOMERS / 50,
            scale => CUSTOMERS * scale,
        }
    }

    /// How many inquiries.
    pub fn inquiries(&self) -> u64 {
        match self.scale {
            0 => INQUIRIES / 50,
            scale => INQUIRIES * scale,
        }
    }

    /// When the n-th customer came: evenly over two years that end a day ago.
    pub fn began(&self, n: u64) -> DateTime<Utc> {
        let span = TimeDelta::days(729).num_seconds();
        let back = span - span * i64::try_from(n).unwrap_or(0) / i64::try_from(self.customers()).unwrap_or(1);
        self.now - TimeDelta::days(1) - TimeDelta::seconds(back)
    }
}

/// The n-th id of a kind, made at a moment: version 7, so that ids stand in the order of time.
pub fn id<T: From<Uuid>>(of: Of, n: u64, made: DateTime<Utc>) -> T {
    let millis = u64::try_from(made.timestamp_millis()).unwrap_or(0);
    let (one, two) = (
        at(of as u64, n).to_be_bytes(),
        at(of as u64 + 1000, n).to_be_bytes(),
    );
    let random = [
        one[0], one[1], one[2], one[3], one[4], one[5], one[6], one[7], two[0], two[1],
    ];
    uuid::Builder::from_unix_timestamp_millis(millis, &random)
        .into_uuid()
        .into()
}

/// Place of a customer's or project's owner among the owners.
pub fn owner(n: u64) -> u64 {
    below(Of::Owner as u64, n, OWNERS)
}

/// Place of the stage of the n-th project.
pub fn stage(n: u64) -> usize {
    let mut left = below(Of::Stage as u64, n, 100);
    STAGES
        .iter()
        .position(|(_, share)| {
            let here = left < *share;
            left = left.saturating_sub(*share);
            here
        })
        .unwrap_or(0)
}

/// Worth of the n-th project in minor units: 10,000 to 9,999,900.00, many of them equal.
pub fn amount(n: u64) -> i64 {
    i64::try_from(1 + below(Of::Amount as u64, n, 99_999)).unwrap_or(1) * 10_000
}

/// What the n-th customer is called.
pub fn customer_name(n: u64) -> String {
    let of = Of::Name as u64;
    format!(
        "{}{}{}{}{}",
        pick(of, n * 8, &PLACES),
        pick(of, n * 8 + 1, &FIRST),
        pick(of, n * 8 + 2, &FIRST),
        pick(of, n * 8 + 3, &TRADES),
        pick(of, n * 8 + 4, &ENDINGS)
    )
}

/// What the n-th project is called.
pub fn project_name(n: u64) -> String {
    let of = Of::Name as u64;
    format!(
        "{}{}{}{}",
        pick(of, n * 8, &PLACES),
        pick(of, n * 8 + 1, &FIRST),
        pick(of, n * 8 + 2, &FIRST),
        pick(of, n * 8 + 5, &GOODS)
    )
}

/// A part of names, of two letters that stand side by side in some of them.
pub fn name_part(n: u64) -> String {
    let of = Of::Name as u64;
    format!("{}{}", pick(of, n * 8 + 6, &FIRST), pick(of, n * 8 + 7, &FIRST))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_place_gives_the_same_record_and_stages_have_their_shares() {
        assert_eq!(customer_name(42), customer_name(42));
        let mut counts = [0_u64; STAGES.len()];
        (0..10_000).for_each(|n| counts[stage(n)] += 1);
        for (count, (stage, share)) in counts.iter().zip(STAGES) {
            assert!(count.abs_diff(share * 100) < 200, "{stage}: {count}");
        }
    }

    #[test]
    fn ids_stand_in_the_order_of_time_and_are_never_the_same() {
        let now = DateTime::from_timestamp(1_800_000_000, 0).unwrap_or_default();
        let shape = Shape { scale: 1, now };
        let ids: Vec<Uuid> = (0..1000).map(|n| id(Of::Customer, n, shape.began(n))).collect();
        assert!(ids.windows(2).all(|two| two[0] < two[1]));
        assert!(shape.began(shape.customers() - 1) < now);
    }
}
