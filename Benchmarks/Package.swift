// swift-tools-version: 6.2
import PackageDescription

/// A program of a benchmark, a client of the library.
func client(_ name: String) -> Target {
    .executableTarget(
        name: name, dependencies: [.product(name: "Mocban", package: "mocban")],
        swiftSettings: [
            .swiftLanguageMode(.v6),
            .strictMemorySafety(),
            .treatAllWarnings(as: .error),
            .enableUpcomingFeature("ExistentialAny"),
            .enableUpcomingFeature("InternalImportsByDefault"),
            .enableUpcomingFeature("MemberImportVisibility"),
            .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
        ])
}

let package = Package(
    name: "mocban-benchmarks",
    dependencies: [.package(name: "mocban", path: "..")],
    targets: [client("Payloads"), client("Registers"), client("Symbols")]
)
