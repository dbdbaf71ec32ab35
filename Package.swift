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

let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

/// A target of Swift sources under the package's common settings.
func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// A C library of the system, found by pkg-config; `apt` is the Debian package that brings it.
func system(_ name: String, pkgConfig: String, apt: String) -> Target {
    .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([apt])])
}

func tests(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .testTarget(
        name: name + "Tests",
        dependencies: [.target(name: name), "TestSupport"] + dependencies,
        resources: [.copy("Resources")],
        swiftSettings: settings)
}

let package = Package(
    name: "mocban",
    products: [
        .library(
            name: "Mocban",
            targets: [
                "Mocban", "LateLibrary", "Files", "Payload", "QRCode", "Layout", "Drawing", "VietnameseText", "Tables",
                "Roster", "Register", "RegisterQueries", "RegisterExchange", "Scanning", "Rasterising", "Grading",
                "Photographs",
            ]),
        .executable(name: "mocban", targets: ["MocbanCommand"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        .systemLibrary(name: "CMalloc"),
        system("CQREncode", pkgConfig: "libqrencode", apt: "libqrencode-dev"),
        system("CCairo", pkgConfig: "cairo", apt: "libcairo2-dev"),
        system("CHarfBuzz", pkgConfig: "harfbuzz", apt: "libharfbuzz-dev"),
        .target(name: "CPango", dependencies: ["CHarfBuzz", "CCairo"]),
        system("CTurboJPEG", pkgConfig: "libturbojpeg", apt: "libturbojpeg0-dev"),
        system("CExpat", pkgConfig: "expat", apt: "libexpat1-dev"),
        system("CDeflate", pkgConfig: "libdeflate", apt: "libdeflate-dev"),
        // Not linked: LateLibrary loads them when they are first needed.
        .target(name: "CRSVG", dependencies: ["CHarfBuzz", "CCairo"]),
        .target(name: "CPoppler", dependencies: ["CHarfBuzz", "CCairo"]),
        .systemLibrary(name: "CZBar"),
        .systemLibrary(name: "CZip"),
        .systemLibrary(name: "CQPDF"),

        library("LateLibrary"),
        library("Files"),
        library("Payload", [crypto]),
        library("QRCode", ["CQREncode"]),
        library("Layout", ["QRCode", yams]),
        library(
            "Drawing",
            [
                "Files", "LateLibrary", "Layout", "QRCode", "CCairo", "CPango", "CRSVG", "CTurboJPEG", "CQPDF",
                "CDeflate",
            ]),
        library("VietnameseText"),
        library("Tables", ["LateLibrary", "VietnameseText", "CZip", "CExpat"]),
        library("Roster", ["Files", "VietnameseText", "Tables"]),
        library("Scanning", ["LateLibrary", "CZBar"]),
        library("Rasterising", ["Files", "LateLibrary", "CPoppler", "CCairo", "Layout", "Scanning"]),
        library("Grading", ["QRCode", "Scanning"]),
        library("Photographs", ["LateLibrary", "Scanning"]),
        library("Register", ["Files", "Payload", "VietnameseText", grdb, crypto]),
        library("RegisterQueries", ["Payload", "Register", "VietnameseText", grdb]),
        library("RegisterExchange", ["Files", "Payload", "Register", grdb]),
        library(
            "Mocban",
            [
                "CMalloc", "LateLibrary", "Files", "Payload", "QRCode", "Layout", "Drawing", "VietnameseText", "Tables",
                "Roster", "Register", "RegisterQueries", "RegisterExchange", "Scanning", "Grading", "Photographs",
                "Rasterising", crypto,
            ]),
        .executableTarget(
            name: "MocbanCommand",
            dependencies: [
                "Mocban", "Files", "LateLibrary", "Payload", "Layout", "Tables", "Roster", "Register",
                "RegisterQueries", "RegisterExchange", "VietnameseText", "QRCode", "CMalloc",
                argumentParser,
            ],
            swiftSettings: settings),

        .executableTarget(
            name: "ExampleClient", dependencies: ["Mocban", "Payload", "Layout", "Drawing"], path: "examples/client",
            swiftSettings: settings),

        // ZXing is the second decoder, for tests alone.
        .target(name: "CZXing", path: "Tests/CZXing", linkerSettings: [.linkedLibrary("ZXing")]),
        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
        .target(
            name: "PhotographSupport", dependencies: ["QRCode", "Scanning", "CTurboJPEG"],
            path: "Tests/PhotographSupport", swiftSettings: settings),
        .testTarget(name: "LateLibraryTests", dependencies: ["LateLibrary"], swiftSettings: settings),
        tests("Payload", [crypto]),
        tests("QRCode", ["Scanning"]),
        tests("Layout", ["QRCode"]),
        tests("Drawing", ["Layout", "QRCode", "CCairo"]),
        tests("VietnameseText"),
        tests("Tables", ["VietnameseText"]),
        tests("Roster", ["VietnameseText", "Tables"]),
        tests("Scanning", ["QRCode"]),
        tests("Rasterising", ["Layout", "Drawing", "Scanning", "QRCode", "CCairo"]),
        tests("Grading", ["QRCode", "Scanning"]),
        tests("Photographs", ["PhotographSupport", "QRCode", "Scanning"]),
        tests("Register", ["Payload", "RegisterQueries", "RegisterExchange", grdb]),
        tests(
            "Mocban",
            [
                "Files", "Payload", "Layout", "VietnameseText", "Tables", "Roster", "Register", "Scanning", "Drawing",
                "QRCode", "Rasterising", "PhotographSupport", "CZXing",
            ]),
        tests("MocbanCommand", ["Mocban", "Payload", "Drawing", "Register", "Scanning", "PhotographSupport", grdb]),
    ]
)
