/// Header names that people and venues share.
enum Synonyms {
    static let hamlet = [
        "village", "thôn", "tổ", "thôn/tổ", "tổ/thôn", "tổ dân phố", "TDP", "thôn/TDP", "thôn/tổ dân phố", "xóm",
        "thôn/xóm", "thôn xóm", "ấp", "thôn/ấp", "bản", "thôn/bản", "làng", "khu phố", "khu dân cư",
    ]
    static let commune = [
        "ward", "commune/ward", "xã", "phường", "thị trấn", "xã/phường", "phường/xã", "xã/thị trấn",
        "xã, phường, thị trấn", "xã/phường/thị trấn", "phường/xã/thị trấn", "tên xã",
    ]
}
