// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "mocban-fuzzing",
    dependencies: [.package(name: "mocban", path: "..")],
    targets: [
        .executableTarget(
            name: "FuzzRosters", dependencies: [.product(name: "Mocban", package: "mocban")],
            swiftSettings: [
                .swiftLanguageMode(.v6),
                .strictMemorySafety(),
                .treatAllWarnings(as: .error),
                .enableUpcomingFeature("ExistentialAny"),
                .enableUpcomingFeature("InternalImportsByDefault"),
                .enableUpcomingFeature("MemberImportVisibility"),
                .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
                // libFuzzer has the main function.
                .unsafeFlags(["-parse-as-library"]),
            ])
    ]
)
