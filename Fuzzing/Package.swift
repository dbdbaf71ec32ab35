// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

/// A program of libFuzzer's, which has a main function too; the first one is taken.
func fuzzer(_ name: String) -> Target {
    .executableTarget(
        name: name, dependencies: ["CFuzzer", "FuzzedFiles", .product(name: "Mocban", package: "mocban")],
        swiftSettings: settings + [.unsafeFlags(["-parse-as-library"])],
        linkerSettings: [.unsafeFlags(["-Xlinker", "-z", "-Xlinker", "muldefs"])])
}

let package = Package(
    name: "mocban-fuzzing",
    dependencies: [.package(name: "mocban", path: "..")],
    targets: [
        .target(name: "CFuzzer"),
        .target(name: "FuzzedFiles", swiftSettings: settings),
        fuzzer("FuzzRosters"),
        fuzzer("FuzzInputs"),
    ]
)
