// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "mocban-fuzzing",
    dependencies: [.package(name: "mocban", path: "..")],
    targets: [
        .target(name: "CFuzzer"),
        .executableTarget(
            name: "FuzzRosters", dependencies: ["CFuzzer", .product(name: "Mocban", package: "mocban")],
            swiftSettings: [
                .swiftLanguageMode(.v6),
                .strictMemorySafety(),
                .treatAllWarnings(as: .error),
                .enableUpcomingFeature("ExistentialAny"),
                .enableUpcomingFeature("InternalImportsByDefault"),
                .enableUpcomingFeature("MemberImportVisibility"),
                .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
                .unsafeFlags(["-parse-as-library"]),
            ],
            // libFuzzer has a main function too; the first one is taken.
            linkerSettings: [.unsafeFlags(["-Xlinker", "-z", "-Xlinker", "muldefs"])]),
    ]
)
