// swift-tools-version: 6.2
import PackageDescription

let mocban = Target.Dependency.product(name: "Mocban", package: "mocban")

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

/// A program of a benchmark, a client of the library.
func client(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .executableTarget(name: name, dependencies: [mocban] + dependencies, swiftSettings: settings)
}

let package = Package(
    name: "mocban-benchmarks",
    dependencies: [.package(name: "mocban", path: "..")],
    targets: [
        // The people that are made up for the register and the stages.
        .target(name: "Inhabitants", dependencies: [mocban], swiftSettings: settings),
        client("Payloads"), client("Registers", ["Inhabitants"]), client("Stages", ["Inhabitants"]),
        client("Symbols"),
    ]
)
