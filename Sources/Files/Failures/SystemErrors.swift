public import Messages
public import SystemPackage

extension Errno: Told {
    /// What the system says, and the usual of it in Vietnamese.
    public var message: Message { Message(en: description, vi: vietnamese ?? description) }

    private var vietnamese: String? {
        switch self {
        case .notPermitted: "hệ thống không cho phép"
        case .noSuchFileOrDirectory: "không có tệp hoặc thư mục này"
        case .interrupted: "bị ngắt giữa chừng"
        case .ioError: "lỗi đọc ghi của ổ đĩa"
        case .noSuchAddressOrDevice, .operationNotSupportedByDevice: "không có thiết bị này"
        case .badFileDescriptor: "tệp không còn mở"
        case .resourceTemporarilyUnavailable: "tạm thời chưa dùng được"
        case .noMemory: "hết bộ nhớ"
        case .permissionDenied: "không có quyền truy cập"
        case .resourceBusy: "thiết bị hoặc tệp đang bận"
        case .fileExists: "tệp đã có sẵn"
        case .improperLink: "không nối được tệp giữa hai ổ đĩa"
        case .notDirectory: "không phải là thư mục"
        case .isDirectory: "là một thư mục"
        case .invalidArgument: "tham số không hợp lệ"
        case .tooManyOpenFiles: "đang mở quá nhiều tệp"
        case .tooManyOpenFilesInSystem: "hệ thống đang mở quá nhiều tệp"
        case .fileTooLarge: "tệp quá lớn"
        case .noSpace: "ổ đĩa hết chỗ trống"
        case .illegalSeek: "không đọc ghi được theo vị trí"
        case .readOnlyFileSystem: "ổ đĩa chỉ cho đọc"
        case .tooManyLinks: "quá nhiều liên kết"
        case .brokenPipe: "nơi nhận đã đóng"
        case .fileNameTooLong: "tên tệp quá dài"
        case .directoryNotEmpty: "thư mục không trống"
        case .tooManySymbolicLinkLevels: "quá nhiều liên kết nối tiếp nhau"
        case .diskQuotaExceeded: "vượt hạn mức ổ đĩa"
        case .staleNFSFileHandle: "tệp trên máy chủ không còn nữa"
        case .noLocks: "hệ thống hết khóa tệp"
        case .notSupported: "hệ thống không hỗ trợ"
        case .timedOut: "quá thời gian chờ"
        default: nil
        }
    }
}
