/// The words with accents that lists of people have most: family names, middle names, words of headings.
enum FrequentWords {
    /// Whether letters and tone are those of a frequent word; case and the position of the tone mark do not matter.
    static func contains(_ letters: SyllableLetters) -> Bool {
        keys.contains(letters.packed << 3 | UInt64(letters.tone))
    }

    private static let keys = Set(
        words.split(separator: " ").compactMap { SyllableLetters($0.unicodeScalars) }.map {
            $0.packed << 3 | UInt64($0.tone)
        })

    private static let words = """
        nguyễn trần lê phạm huỳnh hoàng võ vũ trương bùi đặng đỗ ngô hồ dương đinh đoàn lâm trịnh đào hà lý lương châu tạ \
        hứa thái tô tôn đàm lưu từ đường thân viên cù đồng triệu vương quách phùng nông chế la thạch hầu cổ \
        thị văn hữu đức ngọc quốc đình thế công xuân thanh thành thùy thúy thu hồng mỹ bá bảo phước phúc quý quỳnh hải \
        hạnh hậu hằng hiền hiếu hiệp hòa hùng hưng hương hường huệ huyền khánh khải kiều kỳ lệ liễu lộc lợi mẫn mến mộng \
        nhật như nữ nhàn phú phượng phương phụng quân quyền sơn sỹ tâm tấn tài thảo thắm thắng thiện thọ thơ thủy thuận \
        thương tiến tín toàn tố trí trọng trúc tú tuấn tuyết tường tý út vân việt vĩnh vượng yến ý ánh ái ân đạt \
        họ và tên đệm tuổi ngày tháng năm giới tính số điện thoại địa chỉ thôn xã phường huyện quận tỉnh phố tổ ấp khóm \
        quan hệ với chủ hộ vợ chồng bố mẹ cháu ông bà nữ hộ khẩu mã ghi chú dân tộc quê quán nơi ở trú thường cấp \
        đội đơn vị cư căn cước chứng thẻ học lớp nghề nghiệp tôn giáo quảng điền thừa thiên huế
        """
}
