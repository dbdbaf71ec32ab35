#!/usr/bin/env python3
"""Writes roster.csv and venues.csv beside this file: an invented commune, the same on every run.

Every person, number and date is invented. Telephone numbers begin with 095, which no network uses.
"""

import csv
import datetime
import random
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).parent
TODAY = datetime.date(2021, 9, 15)
COMMUNE = "Quảng Phú"

# Hamlet, code of its households, number of households, families that are frequent there.
HAMLETS = [
    ("Phú Lễ", "PL", 62, ["Nguyễn", "Hồ", "Cao"]),
    ("Nho Lâm", "NL", 48, ["Trần", "Lê", "Thái"]),
    ("Nghĩa Lộ", "NG", 44, ["Hoàng", "Nguyễn", "Ngô"]),
    ("Hạ Lang", "HL", 66, ["Phan", "Văn", "Nguyễn"]),
    ("Vạn Hạ Lang", "VH", 28, ["Trần", "Phan", "La"]),
    ("Bao La", "BL", 70, ["Dương", "Võ", "Thái"]),
    ("Đức Nhuận", "DN", 40, ["Lê", "Trương", "Đặng"]),
    ("Hà Cảng", "HC", 56, ["Hồ", "Trần", "Đặng"]),
    ("Khúc Lâm", "KL", 30, ["Nguyễn", "Hà"]),
    ("Xuân Tùy", "XT", 50, ["Hoàng", "Phạm", "Tôn Thất"]),
    ("Bác Vọng Đông", "BD", 38, ["Trần", "Lê", "Mai"]),
    ("Bác Vọng Tây", "BT", 30, ["Trương", "Nguyễn", "Thân"]),
]

FAMILIES = {
    "Nguyễn": 27, "Trần": 14, "Lê": 12, "Hoàng": 8, "Phan": 7, "Hồ": 6, "Văn": 4, "Trương": 4, "Đặng": 4, "Phạm": 4,
    "Võ": 3, "Ngô": 2, "Dương": 2, "Hà": 2, "Mai": 1, "Đoàn": 1, "Cao": 1, "Bùi": 1, "Đỗ": 1, "Thái": 1, "Thân": 1,
    "Huỳnh": 1, "Lương": 1, "Tống": 1, "La": 1, "Tôn Thất": 2,
}

MEN_MIDDLE_OLD = ["Văn"] * 9 + ["Đình", "Hữu", "Xuân", "Viết", "Ngọc", "Công", "Quang", "Bá", "Thanh", "Đức", "Tấn"]
MEN_MIDDLE_YOUNG = [
    "Văn", "Văn", "Đình", "Hữu", "Quang", "Minh", "Gia", "Anh", "Hoàng", "Quốc", "Đức", "Thanh", "Nhật", "Bảo", "Tuấn",
    "Ngọc", "Công", "Xuân", "Phước", "Thiên",
]
MEN_OLD = [
    "Bê", "Chắt", "Cu", "Đệ", "Hòa", "Lành", "Lợi", "Mẫn", "Mệ", "Ngọ", "Quế", "Sáu", "Tế", "Thí", "Thưởng", "Tý", "Vinh",
    "Vọng", "Xê", "Điền", "Đính", "Hiền", "Khuê", "Nghi", "Phụng", "Thảo", "Thìn", "Trinh", "Uyển", "Ấm",
]
MEN_MIDDLE_AGED = [
    "An", "Bình", "Chiến", "Cường", "Dũng", "Đông", "Đức", "Hải", "Hậu", "Hiếu", "Hòa", "Hùng", "Khánh", "Lộc", "Long",
    "Minh", "Nam", "Nghĩa", "Phong", "Phú", "Phước", "Quang", "Quý", "Sơn", "Tâm", "Thắng", "Thành", "Thịnh", "Thuận",
    "Tiến", "Toàn", "Trung", "Tuấn", "Tùng", "Vĩnh", "Vui", "Đạt", "Ý",
]
MEN_YOUNG = [
    "Anh", "Bảo", "Đạt", "Duy", "Hào", "Hoàng", "Huy", "Hưng", "Khang", "Khánh", "Khoa", "Khôi", "Kiệt", "Lâm", "Long",
    "Minh", "Nam", "Nguyên", "Nhân", "Nhật", "Phát", "Phong", "Phúc", "Quân", "Quốc", "Tài", "Thiện", "Tín", "Trí",
    "Tuấn", "Việt", "Vũ", "Đăng", "Ân",
]
WOMEN_OLD = [
    "Bê", "Bòn", "Chanh", "Chút", "Con", "Dư", "Em", "Gái", "Hẹ", "Hường", "Khế", "Lài", "Lựu", "Mẹo", "Mít", "Nậy",
    "Ngẫu", "Rớt", "Sen", "Thẻo", "Thẹp", "Thí", "Tuất", "Xuyến", "Xoa", "Ửng", "Út", "Đào", "Ất", "Quýt",
]
WOMEN_MIDDLE_AGED = [
    "Ánh", "Bích", "Cúc", "Diệu", "Dung", "Hà", "Hạnh", "Hằng", "Hiền", "Hoa", "Hòa", "Hồng", "Huệ", "Hương", "Hường",
    "Lan", "Liên", "Liễu", "Loan", "Lý", "Mai", "Nga", "Ngọc", "Nguyệt", "Nhung", "Oanh", "Phương", "Phượng", "Sương",
    "Tâm", "Thanh", "Thảo", "Thu", "Thủy", "Thúy", "Tuyết", "Vân", "Xuân", "Yến", "Đẹp",
]
WOMEN_YOUNG = [
    "An", "Anh", "Băng", "Châu", "Chi", "Diệp", "Hân", "Khuê", "Kim", "Lam", "Linh", "Ly", "My", "Ngân", "Ngọc",
    "Nguyên", "Nhi", "Như", "Phương", "Quyên", "Quỳnh", "Tâm", "Thảo", "Thư", "Thy", "Tiên", "Trâm", "Trang", "Trinh",
    "Uyên", "Vy", "Yến", "Ý", "Đan", "Mỹ",
]
WOMEN_MIDDLE = ["Thị", "Thị Kim", "Thị Ngọc", "Thị Thu", "Thị Thanh", "Thị Bích", "Thị Mỹ", "Thị Hồng", "Thị Minh"]
WOMEN_MIDDLE_YOUNG = [
    "Bảo", "Khánh", "Minh", "Ngọc", "Gia", "Quỳnh", "Thanh", "Hoài", "Diễm", "Thảo", "Hà", "Tường", "Phương", "Ánh",
    "Như", "Cẩm", "Nhã", "Mai", "Thùy", "Thủy",
]
# The longest names that a card is laid out for: 31 characters, spaces counted.
LONGEST_NAMES = [
    "Công Huyền Tôn Nữ Nguyệt Thương", "Công Huyền Tôn Nữ Thị Diệu Hạnh", "Công Tằng Tôn Nữ Thị Ngọc Hương",
    "Công Tằng Tôn Nữ Thị Thu Phương", "Công Huyền Tôn Nữ Thương Thương",
]
SHORTER_ROYAL = ["Công Tằng Tôn Nữ", "Công Huyền Tôn Nữ", "Tôn Nữ", "Tôn Nữ"]


@dataclass
class Person:
    relation: str
    family: str
    name: str
    birth: datetime.date
    sex: str
    year_only: bool = False
    national_id: str = ""
    phone: str = ""
    hamlet: str = ""
    household: str = ""

    def cells(self):
        birth = str(self.birth.year) if self.year_only else self.birth.strftime("%d/%m/%Y")
        return [
            self.household, self.relation, self.name, birth, self.sex, self.national_id, self.phone, self.hamlet, COMMUNE,
        ]


@dataclass
class Commune:
    random: random.Random
    longest: list = field(default_factory=lambda: list(LONGEST_NAMES))
    ids: set = field(default_factory=set)
    phones: set = field(default_factory=set)

    # Names

    def family(self, frequent):
        if self.random.random() < 0.45:
            return self.random.choice(frequent)
        return self.random.choices(list(FAMILIES), list(FAMILIES.values()))[0]

    def name(self, family, sex, year):
        pick = self.random.choice
        if sex == "Nam":
            given = pick(MEN_OLD if year < 1955 else MEN_MIDDLE_AGED if year < 1993 else MEN_YOUNG)
            if family == "Tôn Thất":
                return f"{family} {pick(MEN_MIDDLE_YOUNG) + ' ' if year > 1985 and pick([True, False]) else ''}{given}"
            middle = pick(MEN_MIDDLE_OLD if year < 1985 else MEN_MIDDLE_YOUNG)
            if middle == given or middle == family:
                middle = "Đình"
            return f"{family} {middle} {given}"
        given = pick(WOMEN_OLD if year < 1955 else WOMEN_MIDDLE_AGED if year < 1993 else WOMEN_YOUNG)
        if family == "Tôn Thất":
            if year < 1995 and self.longest:
                return self.longest.pop(0)
            middle = pick(["Thị ", "Thị ", ""] if year < 1993 else ["Khánh ", "Bảo ", ""])
            return f"{pick(SHORTER_ROYAL)} {middle}{given}"
        if year < 1960:
            middle = "Thị"
        elif self.random.random() < (0.85 if year < 1993 else 0.3):
            middle = pick(WOMEN_MIDDLE)
        else:
            middle = pick(WOMEN_MIDDLE_YOUNG)
        if middle.split()[-1] == given:
            middle = "Thị"
        return f"{family} {middle} {given}"

    # Papers

    def birth(self, year):
        latest = 365 if year < TODAY.year else (TODAY - datetime.date(year, 1, 1)).days - 7
        return datetime.date(year, 1, 1) + datetime.timedelta(days=self.random.randrange(latest))

    def unique(self, seen, make):
        while True:
            text = make()
            if text not in seen:
                seen.add(text)
                return text

    def citizen_id(self, birth, sex):
        century = (0 if sex == "Nam" else 1) + (2 if birth.year >= 2000 else 0)
        return self.unique(
            self.ids, lambda: f"046{century}{birth.year % 100:02d}{self.random.randrange(1, 20_000):06d}")

    def old_id(self):
        return self.unique(self.ids, lambda: f"19{self.random.randrange(1_000_000, 5_000_000):07d}")

    def telephone(self):
        return self.unique(self.phones, lambda: f"095{self.random.randrange(10_000_000):07d}")

    def person(self, relation, family, sex, year):
        birth = self.birth(year)
        person = Person(relation, family, self.name(family, sex, birth.year), birth, sex)
        age = TODAY.year - birth.year
        chance = self.random.random()
        person.year_only = age >= 66 and chance < min(0.9, (age - 60) / 35)
        chance = self.random.random()
        if age < 14:
            has = "citizen" if birth.year >= 2016 and chance < 0.35 else ""
        elif age >= 85:
            has = "old" if chance < 0.45 else ""
        else:
            has = "citizen" if chance < 0.68 else "old" if chance < 0.96 and age >= 20 else ""
        person.national_id = self.citizen_id(birth, sex) if has == "citizen" else self.old_id() if has == "old" else ""
        if 16 <= age < 82 and self.random.random() < (0.8 if age < 60 else 0.45):
            person.phone = self.telephone()
        return person

    # Households

    def spouse(self, head, relation, frequent):
        sex = "Nữ" if head.sex == "Nam" else "Nam"
        gap = self.random.randint(0, 5) if head.sex == "Nam" else self.random.randint(-5, 0)
        family = self.family(frequent)
        while family == head.family:
            family = self.family(list(FAMILIES))
        return self.person(relation, family, sex, head.birth.year + gap)

    def children(self, father_family, father_year, mother_year, count, relation="Con", latest=2021, earliest=1900):
        first = max(mother_year + 19, father_year + 20, earliest)
        last = min(mother_year + 40, father_year + 40, latest)
        years = sorted(self.random.sample(range(first, last + 1), min(count, max(0, last - first + 1))))
        return [self.person(relation, father_family, self.random.choice(["Nam", "Nữ"]), year) for year in years]

    def household(self, frequent):
        kind = self.random.random()
        family = self.family(frequent)
        if kind < 0.14:  # one old person, or two
            woman = self.random.random() < 0.65
            head = self.person("Chủ hộ", family, "Nữ" if woman else "Nam", self.random.randint(1928, 1956))
            members = [head]
            if not woman and self.random.random() < 0.75:
                members.append(self.spouse(head, "Vợ", frequent))
            return members
        if kind < 0.23:  # a mother alone with her children, who bear their father's name
            head = self.person("Chủ hộ", family, "Nữ", self.random.randint(1955, 1985))
            children = self.children(
                self.family(frequent), head.birth.year - 2, head.birth.year, self.random.randint(1, 3), earliest=1985)
            return [head] + children
        if kind < 0.32:  # a young couple
            head = self.person("Chủ hộ", family, "Nam", self.random.randint(1986, 1996))
            wife = self.spouse(head, "Vợ", frequent)
            return [head, wife] + self.children(family, head.birth.year, wife.birth.year, self.random.randint(0, 2))

        woman_heads = kind < 0.39
        head = self.person("Chủ hộ", family, "Nữ" if woman_heads else "Nam", self.random.randint(1952, 1986))
        partner = self.spouse(head, "Chồng" if woman_heads else "Vợ", frequent)
        father, mother = (partner, head) if woman_heads else (head, partner)
        year = head.birth.year
        # The eldest children of older parents have households of their own.
        earliest = 1983 if year < 1965 else 1900
        children = self.children(
            father.family, father.birth.year, mother.birth.year, self.random.choice([1, 2, 2, 2, 3, 4]),
            earliest=earliest)
        members = [head, partner] + children

        grown = [child for child in children if child.sex == "Nam" and 1983 <= child.birth.year <= 1996]
        if grown and self.random.random() < 0.45:  # a son who stayed, his wife and children
            son = grown[0]
            wife = self.spouse(son, "Con dâu", frequent)
            members.append(wife)
            members += self.children(
                father.family, son.birth.year, wife.birth.year, self.random.randint(1, 2), "Cháu nội", 2021, 2008)
        if 1962 <= year <= 1986 and self.random.random() < 0.28:  # the father's parents, who have aged with the couple
            gap = self.random.randint(20, 32)
            words = ("Mẹ chồng", "Cha chồng") if woman_heads else ("Mẹ", "Cha")
            grandmother = self.person(words[0], self.family(frequent), "Nữ", father.birth.year - gap)
            members.append(grandmother)
            if self.random.random() < 0.4:
                members.append(self.person(words[1], father.family, "Nam", grandmother.birth.year - 3))
        return [person for person in members if person.birth.year >= 1922][:8]


def make_people():
    """The people of every hamlet, household by household."""
    commune = Commune(random.Random(19897))
    people = []
    for hamlet, code, count, frequent in HAMLETS:
        for number in range(1, count + 1):
            for person in commune.household(frequent):
                person.hamlet = hamlet
                person.household = f"{code}-{number:03d}"
                people.append(person)
    assert not commune.longest, "a longest name is left over"
    return people


def make_faulty(rows):
    """Puts faults into eight rows; returns them with the rows' numbers in Excel, for README.md."""
    household, relation, name, birth, sex, national_id = range(6)

    def find(start, wanted):
        return next(index for index in range(start, len(rows)) if wanted(rows[index]))

    def is_full(row):
        return len(row[birth]) == 10 and len(row[national_id]) == 12 and row[relation] == "Con"

    faults = []
    for start, why, change in [
        (120, "31/02", lambda row: row.__setitem__(birth, "31/02/" + row[birth][-4:])),
        (400, "no name", lambda row: row.__setitem__(name, "")),
        (640, "CCCD without its first zero", lambda row: row.__setitem__(national_id, row[national_id][1:])),
        (900, "born in the future", lambda row: row.__setitem__(birth, row[birth][:6] + "2091")),
        (1150, "digit in the name", lambda row: row.__setitem__(name, row[name] + " 2")),
        (1400, "unknown word for the sex", lambda row: row.__setitem__(sex, "Nan")),
        (1650, "a comma too many", lambda row: row.__setitem__(slice(relation, relation + 1), ["Con", " nuôi"])),
    ]:
        index = find(start, is_full)
        change(rows[index])
        faults.append((index + 2, why))
    index = find(1800, is_full)
    rows.insert(index + 40, list(rows[index]))
    faults.append((index + 42, f"the same as row {index + 2}"))
    return faults


VENUES = [
    # Name, type, hamlet, address within the hamlet, owner
    ("Ủy ban nhân dân xã Quảng Phú", "Trụ sở UBND xã", "Hạ Lang", "Tỉnh lộ 11B", "Văn phòng UBND xã"),
    ("Công an xã Quảng Phú", "Cơ quan", "Hạ Lang", "Tỉnh lộ 11B", "Trưởng Công an xã"),
    ("Bưu điện văn hóa xã Quảng Phú", "Bưu điện", "Hạ Lang", "Tỉnh lộ 11B", "Trần Thị Mỹ Lệ"),
    ("Hợp tác xã sản xuất kinh doanh dịch vụ nông nghiệp và mây tre đan Bao La", "HTX", "Bao La", "Đường liên thôn", "Võ Văn Dinh"),
    ("HTX nông nghiệp Phú Hòa", "HTX", "Nho Lâm", "Đường liên xã", "Lê Đình Thuận"),
    ("Quỹ tín dụng nhân dân Quảng Phú", "Quỹ tín dụng", "Hạ Lang", "Tỉnh lộ 11B", "Phan Văn Quý"),
    ("Trường Mầm non Quảng Phú – cơ sở Bác Vọng Đông và Bác Vọng Tây", "Trường mầm non", "Bác Vọng Đông", "Cạnh đình làng", "Hoàng Thị Ngọc Yến"),
    ("Trường Mầm non Hoa Sen", "Trường mầm non", "Phú Lễ", "Xóm Giữa", "Nguyễn Thị Kim Oanh"),
    ("Nhóm trẻ Ánh Dương", "Nhóm trẻ", "Bao La", "Xóm Chợ", "Dương Thị Ánh"),
    ("Trường Tiểu học số 1 Quảng Phú", "Trường tiểu học", "Hạ Lang", "Tỉnh lộ 11B", "Văn Đình Hải"),
    ("Trường Tiểu học số 2 Quảng Phú", "Trường tiểu học", "Xuân Tùy", "Đường liên thôn", "Phạm Thị Hạnh"),
    ("Trường THCS Nguyễn Hữu Đà", "Trường THCS", "Hạ Lang", "Tỉnh lộ 11B", "Nguyễn Xuân Thắng"),
    ("Trung tâm học tập cộng đồng xã Quảng Phú", "Trung tâm học tập cộng đồng", "Hạ Lang", "Tỉnh lộ 11B", "Phan Thị Thu Hà"),
    ("Tạp hóa Bà Gái", "Tạp hóa", "Phú Lễ", "Xóm Chùa", "Hồ Thị Gái"),
    ("Tạp hóa Hường", "Tạp hóa", "Nho Lâm", "Đầu thôn", "Trần Thị Hường"),
    ("Tạp hóa Cô Ba Xuân Tùy", "Tạp hóa", "Xuân Tùy", "Gần cầu", "Hoàng Thị Xuân"),
    ("Tạp hóa Minh Phượng", "tạp hoá", "Hà Cảng", "Bờ sông Bồ", "Đặng Thị Phượng"),
    ("Tạp hóa Ý Nhi", "Tạp hóa", "Bác Vọng Tây", "Đường liên thôn", "Trương Thị Ý"),
    ("Cửa hàng vật liệu xây dựng và trang trí nội thất Hoàng Gia Phước Lộc Thọ", "Cửa hàng", "Nghĩa Lộ", "Tỉnh lộ 11B", "Hoàng Văn Phước"),
    ("Cửa hàng xe máy Thành Đạt", "Cửa hàng", "Hạ Lang", "Ngã ba Hạ Lang", "Phan Văn Thành"),
    ("Cửa hàng điện thoại Nhật Tân", "Cửa hàng", "Hạ Lang", "Ngã ba Hạ Lang", "Văn Nhật Tân"),
    ("Cửa hàng phân bón Điền Lộc", "Cửa hàng", "Đức Nhuận", "Đường liên xã", "Lê Văn Lộc"),
    ("Đại lý thức ăn chăn nuôi Tám Hòa", "Đại lý", "Khúc Lâm", "Đường liên xã", "Hà Văn Hòa"),
    ("Cửa hàng xăng dầu Quảng Phú", "Cây xăng", "Nghĩa Lộ", "Tỉnh lộ 11B", "Ngô Đức Trung"),
    ("Quán cà phê Sông Bồ", "Quán cà phê", "Hà Cảng", "Bờ sông Bồ", "Hồ Quang Vũ"),
    ("Quán cà phê Góc Phố", "Quán cà phê", "Hạ Lang", "Ngã ba Hạ Lang", "Nguyễn Thị Thùy Trang"),
    ("Cà phê Vườn Tre Bao La", "Quán cà phê", "Bao La", "Cạnh HTX mây tre đan", "Thái Quốc Việt"),
    ("Quán cà phê Tím", "Quán cà phê", "Phú Lễ", "Xóm Giữa", "Nguyễn Thị Tím"),
    ("Quán bún bò O Mệ", "Quán ăn", "Hạ Lang", "Trước chợ Hạ Lang", "Phan Thị Mệ"),
    ("Quán bánh canh cá lóc O Thủy", "Quán ăn", "Phú Lễ", "Xóm Chợ", "Cao Thị Thủy"),
    ("Quán cơm bình dân Hạnh Phúc", "Quán ăn", "Nghĩa Lộ", "Tỉnh lộ 11B", "Ngô Thị Hạnh"),
    ("Nhà hàng tiệc cưới Bác Vọng", "Nhà hàng", "Bác Vọng Đông", "Đường liên xã", "Mai Đình Thịnh"),
    ("Tiệm cắt tóc Hùng", "Tiệm cắt tóc", "Nho Lâm", "Đầu thôn", "Thái Văn Hùng"),
    ("Tiệm may Thanh Tuyết", "Tiệm may", "Xuân Tùy", "Xóm Giữa", "Tôn Nữ Thanh Tuyết"),
    ("Tiệm vàng Kim Long", "Tiệm vàng", "Hạ Lang", "Trước chợ Hạ Lang", "Văn Kim Long"),
    ("Nhà nghỉ Bồ Giang", "Nhà nghỉ", "Hà Cảng", "Tỉnh lộ 11B", "Trần Hữu Nghĩa"),
    ("Chợ Hạ Lang", "Chợ", "Hạ Lang", "Tỉnh lộ 11B", "Ban quản lý chợ"),
    ("Chợ Phú Lễ", "Chợ", "Phú Lễ", "Xóm Chợ", "Ban quản lý chợ"),
    ("Chợ chiều Bao La", "Chợ", "Bao La", "Xóm Chợ", "Ban điều hành thôn"),
    ("Siêu thị mini Quảng Phú Mart", "Siêu thị", "Hạ Lang", "Ngã ba Hạ Lang", "Phan Gia Bảo"),
    ("Trạm Y tế xã Quảng Phú", "Trạm y tế", "Hạ Lang", "Tỉnh lộ 11B", "BS. Lê Thị Diệu Hiền"),
    ("Nhà thuốc An Khang", "Nhà thuốc", "Hạ Lang", "Trước chợ Hạ Lang", "DS. Trần Thị An"),
    ("Quầy thuốc Thu Hằng", "Quầy thuốc", "Phú Lễ", "Xóm Chợ", "Hồ Thị Thu Hằng"),
    ("Quầy thuốc số 27", "Quầy thuốc", "Xuân Tùy", "Đường liên thôn", "Phạm Thị Lý"),
    ("Phòng khám răng Nụ Cười", "Phòng khám", "Nghĩa Lộ", "Tỉnh lộ 11B", "BS. Hoàng Minh Trí"),
    ("Phòng chẩn trị y học cổ truyền Tuệ Tĩnh Đường chùa Phú Lễ", "Cơ sở y tế", "Phú Lễ", "Trong chùa Phú Lễ", "Lương y Cao Văn Thí"),
    ("Chùa Phú Lễ", "Chùa", "Phú Lễ", "Xóm Chùa", "Ban hộ tự"),
    ("Chùa Hạ Lang", "Chùa", "Hạ Lang", "Bờ sông Bồ", "Ban hộ tự"),
    ("Niệm Phật đường Bao La", "Niệm Phật đường", "Bao La", "Đường liên thôn", "Ban hộ tự"),
    ("Nhà thờ giáo họ Xuân Tùy", "Nhà thờ", "Xuân Tùy", "Xóm Đạo", "Ban mục vụ"),
    ("Đình làng Bác Vọng", "Đình làng", "Bác Vọng Đông", "Bờ sông Bồ", "Hội chủ làng"),
    ("Nhà thờ họ Hoàng – phái Nhất, chi Nghĩa Lộ, làng Nghĩa Lộ", "Nhà thờ họ", "Nghĩa Lộ", "Xóm Trên", "Hoàng Đình Khuê"),
    ("Miếu Bà Vạn Hạ Lang", "Miếu", "Vạn Hạ Lang", "Bến sông", "Vạn trưởng"),
    ("Bến xe buýt Quảng Phú – Sịa", "Bến xe", "Hạ Lang", "Ngã ba Hạ Lang", "HTX vận tải"),
    ("Bến đò Vạn Hạ Lang", "Bến đò", "Vạn Hạ Lang", "Bờ sông Bồ", "Trần Văn Lợi"),
    ("Nhà xe Tuấn Nga", "Nhà xe", "Hà Cảng", "Tỉnh lộ 11B", "Đặng Văn Tuấn"),
    ("Nhà văn hóa thôn Đức Nhuận", "Nhà văn hóa", "Đức Nhuận", "Giữa thôn", "Trưởng thôn"),
    ("Nhà sinh hoạt cộng đồng thôn Khúc Lâm", "Nhà sinh hoạt cộng đồng", "Khúc Lâm", "Giữa thôn", "Trưởng thôn"),
    ("Sân vận động xã Quảng Phú", "Sân vận động", "Hạ Lang", "Sau UBND xã", "Ban văn hóa xã"),
    ("Điểm du lịch làng nghề truyền thống mây tre đan Bao La", "Khác", "Bao La", "Cạnh HTX mây tre đan", "Dương Thị Nguyệt"),
]


def venue_rows():
    """The rows of the venues, with invented telephones."""
    numbers = random.Random(7)
    for name, kind, hamlet, place, owner in VENUES:
        address = f"{place}, thôn {hamlet}, xã {COMMUNE}, huyện Quảng Điền"
        yield [name, kind, address, owner, f"0954{numbers.randrange(1_000_000):06d}", hamlet, COMMUNE]


def write(path, header, rows):
    """Writes rows as Excel's "CSV UTF-8": a byte order mark, commas, CRLF."""
    with open(path, "w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(header)
        for row in rows:
            cells = [unicodedata.normalize("NFC", cell) for cell in row]
            writer.writerow(cells)


def check(people):
    """What has to hold of a roster that makes sense, before the faults go in."""
    households = {}
    for person in people:
        households.setdefault(person.household, []).append(person)
        assert person.birth <= TODAY and len(person.name) <= 31, person
    for members in households.values():
        heads = [person for person in members if person.relation == "Chủ hộ"]
        assert len(heads) == 1 and 1 <= len(members) <= 8, members
        head = heads[0]
        for person in members:
            age = person.birth.year - head.birth.year
            if person.relation in ("Vợ", "Chồng"):
                assert person.sex != head.sex and abs(age) <= 6, members
            if person.relation == "Con":
                assert 18 <= age <= 42, members
                if head.sex == "Nam":
                    assert person.family == head.family, members
    assert 2000 <= len(people) <= 2400, len(people)
    assert all(len(name) == 31 for name in LONGEST_NAMES), [(n, len(n)) for n in LONGEST_NAMES]
    return households


def main():
    people = make_people()
    households = check(people)
    rows = [person.cells() for person in people]
    faults = make_faulty(rows)
    write(
        HERE / "roster.csv",
        ["Mã hộ", "Quan hệ với chủ hộ", "Họ và tên", "Ngày sinh", "Giới tính", "CCCD/CMND", "Số điện thoại", "Thôn", "Xã"],
        rows)
    venues = list(venue_rows())
    assert len(venues) == 60, len(venues)
    write(
        HERE / "venues.csv",
        ["Tên", "Loại hình", "Địa chỉ", "Chủ cơ sở", "Số điện thoại", "Thôn", "Xã"], venues)
    print(f"{len(rows)} rows, {len(households)} households, {len(venues)} venues")
    for row, why in faults:
        print(f"row {row}: {why}: {','.join(rows[row - 2])}")


if __name__ == "__main__":
    main()
