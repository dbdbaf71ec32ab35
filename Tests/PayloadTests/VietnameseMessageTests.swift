import Messages
import Payload
import Testing

@Suite("Messages of keys and codes in Vietnamese")
struct VietnameseMessageTests {
    static let messages: [(any Failure, String)] = [
        (
            Serial.ParseError.wrongLength(count: 11), "số thẻ có 12 ký tự, không phải 11"
        ),
        (
            PayloadError.notADigit(offset: 6), "ký tự thứ 7 của mã không phải là chữ số"
        ),
        (
            JWKSetError.member(key: 2, name: "kid", .missing), "keys[2] của chùm khóa: “kid” bị thiếu"
        ),
        (
            KeyringError.nothingToExport, "chùm khóa không có khóa cho đơn vị và mục đích đó"
        ),
        (
            Signer.SigningError.wrongUnit(key: 19897, claims: 19867),
            "khóa của đơn vị 19897 không ký cho đơn vị 19867"
        ),
    ]

    @Test("an officer reads them", arguments: messages)
    func vietnamese(failure: any Failure, text: String) { #expect(failure.message.vietnamese == text) }

    @Test("a key file's fault is quoted in Vietnamese with its line and column")
    func keyFile() throws {
        let error = try #require(throws: JWKSetError.self) { try Keyring(jwkSet: "{\n  \"keys\": [}") }
        #expect(
            error.message.vietnamese
                == "chùm khóa không phải là một JWK Set: dòng 2, cột 12: có một ký tự không được đứng ở đây")
    }
}
