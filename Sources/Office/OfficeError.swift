public import Messages

/// Why an office, its keys or its register cannot be used.
public enum OfficeError: Failure, Equatable {
    /// The folder has no `mocban.yaml`.
    case notAnOffice(folder: String)
    /// The folder is an office already.
    case officeExists(folder: String)
    /// The folder has keys but no settings.
    case halfAnOffice(folder: String)
    /// The settings name another unit than the keys are for.
    case otherUnit(settings: String, keys: String)
    /// The office has no keyring, or it cannot be read.
    case keyringUnreadable(path: String, reason: Message)
    /// Others than the owner can read the keyring.
    case keyringExposed(path: String, mode: UInt32)
    /// The file holds an office's secrets and is not written over.
    case holdsSecrets(path: String)
    /// Another command works in the office; nobody is named where its lock does not say who.
    case officeBusy(folder: String, holder: OfficeLock.Holder?)
    /// The office has keys and no register, which every office is made with.
    case registerMissing(folder: String)
    /// The office has a register.
    case registerExists(folder: String)
    /// The office had a register that is gone.
    case registerLost(folder: String)
    /// Nothing was issued in the office yet.
    case nothingRegistered(folder: String)

    /// What kind of failure it is.
    public var category: FailureCategory {
        switch self {
        case .notAnOffice, .halfAnOffice, .otherUnit, .keyringUnreadable, .keyringExposed, .registerMissing,
            .registerLost:
            .badConfiguration
        case .officeExists, .holdsSecrets, .officeBusy, .registerExists: .outputNotMade
        case .nothingRegistered: .inputMissing
        }
    }

    /// The message for a person.
    public var message: Message {
        switch self {
        case .notAnOffice(let folder):
            Message(
                en: "\(folder) is not an office: it has no mocban.yaml. Make one with `mocban init DIR`, or "
                    + "name it with --office DIR",
                vi: "\(folder) không phải là cơ quan: không có mocban.yaml. Hãy lập cơ quan bằng `mocban "
                    + "init DIR`, hoặc chỉ ra bằng --office DIR")
        case .officeExists(let folder):
            Message(
                en: "\(folder) is an office already; its keys and settings stay as they are",
                vi: "\(folder) đã là một cơ quan; khóa và cài đặt được giữ nguyên")
        case .halfAnOffice(let folder):
            Message(
                en: "\(folder) has keys but no mocban.yaml: restore that file, or move keyring.jwks away",
                vi: "\(folder) có khóa nhưng không có mocban.yaml: hãy khôi phục tệp đó, hoặc chuyển "
                    + "keyring.jwks đi nơi khác")
        case .otherUnit(let settings, let keys):
            Message(
                en: "mocban.yaml names the unit \(settings), but the keys are for the unit \(keys): set it "
                    + "back, or make a new office for the other unit",
                vi: "mocban.yaml ghi đơn vị \(settings), nhưng khóa là của đơn vị \(keys): hãy ghi lại như "
                    + "cũ, hoặc lập cơ quan mới cho đơn vị kia")
        case .keyringUnreadable(let path, let reason):
            Message(
                en: "the keyring \(path) cannot be read: \(reason.english)",
                vi: "không đọc được chùm khóa \(path): \(reason.vietnamese)")
        case .keyringExposed(let path, let mode):
            Message(
                en: "others can read the keyring \(path) (mode \(String(mode, radix: 8))): run `chmod 600 "
                    + "\(path)`, and if anyone may have copied it, retire its keys",
                vi: "người khác đọc được chùm khóa \(path) (quyền \(String(mode, radix: 8))): hãy chạy "
                    + "`chmod 600 \(path)`, và nếu có thể đã bị sao chép thì ngừng dùng các khóa")
        case .holdsSecrets(let path):
            Message(
                en: "\(path) is an office's own keyring and is not written over: choose another file",
                vi: "\(path) là chùm khóa của một cơ quan nên không bị ghi đè: hãy chọn tệp khác")
        case .officeBusy(let folder, let holder):
            Message(
                en: "\(OfficeLock.work(of: holder, in: folder).english): wait, or give --wait",
                vi: "\(OfficeLock.work(of: holder, in: folder).vietnamese): hãy chờ, hoặc thêm --wait")
        case .registerMissing(let folder):
            Message(
                en: "the office \(folder) has keys and no register.sqlite: nobody can tell which of its "
                    + "cards are revoked, and serials would be issued twice. Put a backup in its place with "
                    + "`mocban register restore BACKUP`, or an export with `mocban register import FILE`; "
                    + "`mocban register new` is for an office that never had one",
                vi: "cơ quan \(folder) có khóa mà không có register.sqlite: không ai biết thẻ nào đã thu "
                    + "hồi, và số thẻ sẽ bị cấp trùng. Hãy đặt lại bản sao lưu bằng `mocban register restore "
                    + "BACKUP`, hoặc bản xuất bằng `mocban register import FILE`; `mocban register new` chỉ "
                    + "dành cho cơ quan chưa từng có sổ cấp thẻ")
        case .registerExists(let folder):
            Message(
                en: "the office \(folder) has a register already; nothing was changed",
                vi: "cơ quan \(folder) đã có sổ cấp thẻ; chưa thay đổi gì")
        case .registerLost(let folder):
            Message(
                en: "the office \(folder) had a register, as register.head tells: put a backup in its place "
                    + "with `mocban register restore BACKUP`. Where there is none, --lost gives up what it "
                    + "knew: revoked cards are good again unless their keys are retired (`mocban key new`, "
                    + "`mocban revoke --key`)",
                vi: "cơ quan \(folder) đã từng có sổ cấp thẻ, theo register.head: hãy đặt lại bản sao lưu "
                    + "bằng `mocban register restore BACKUP`. Nếu không có, --lost bỏ hết những gì sổ đã ghi: "
                    + "thẻ đã thu hồi lại có hiệu lực, trừ khi khóa của thẻ bị ngừng dùng (`mocban key new`, "
                    + "`mocban revoke --key`)")
        case .nothingRegistered(let folder):
            Message(
                en: "nothing was registered in this office (\(folder)) yet: `mocban cards` and `mocban "
                    + "posters` register what they print",
                vi: "cơ quan này (\(folder)) chưa ghi gì vào sổ cấp thẻ: `mocban cards` và `mocban posters` "
                    + "ghi vào sổ những gì đã in")
        }
    }
}
