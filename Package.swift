// swift-tools-version: 6.3
import PackageDescription

/// One list of settings for all our own targets; ``safe`` also for those that call no C.
let house: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .enableUpcomingFeature("ImmutableWeakCaptures"),
]
let safe: [SwiftSetting] = house + [.strictMemorySafety()]

let package = Package(
    name: "stepupd",
    products: [
        .executable(name: "stepupd", targets: ["Daemon"]),
        .executable(name: "assaysim", targets: ["assaysim"]),
        .library(name: "Protocols", targets: ["Protocols"]),
        .library(name: "StepUp", targets: ["StepUp"]),
        .library(name: "Settings", targets: ["Settings"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.4.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.86.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(
            url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        .systemLibrary(
            name: "CSerialPort", pkgConfig: "libserialport",
            providers: [.apt(["libserialport-dev"])]),
        .systemLibrary(name: "CZint", providers: [.apt(["libzint-dev"])]),
        .target(name: "Protocols", swiftSettings: safe),
        .target(name: "StepUp", dependencies: ["Protocols"], swiftSettings: safe),
        .target(name: "Lines", dependencies: ["CSerialPort", "Protocols"], swiftSettings: house),
        .target(
            name: "Settings",
            dependencies: ["Protocols", "StepUp", .product(name: "Yams", package: "Yams")],
            resources: [.embedInCode("Shipped")], swiftSettings: house),
        .target(
            name: "Simulator", dependencies: ["Protocols", "StepUp", "Settings"],
            exclude: ["Command"], swiftSettings: house),
        .executableTarget(
            name: "assaysim",
            dependencies: [
                "Protocols", "StepUp", "Lines", "Settings", "Simulator",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Sources/Simulator/Command", swiftSettings: house),
        .executableTarget(
            name: "Daemon",
            dependencies: [
                "CZint", "Protocols", "StepUp", "Lines", "Settings", "Simulator",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            resources: [.embedInCode("Page"), .embedInCode("Web/openapi.json")],
            swiftSettings: house),
        .testTarget(
            name: "ProtocolsTests", dependencies: ["Protocols", "Settings"],
            exclude: ["Corpus", "Recordings"], swiftSettings: house),
        .testTarget(name: "StepUpTests", dependencies: ["StepUp"], swiftSettings: house),
        .testTarget(
            name: "LinesTests", dependencies: ["Lines", "Protocols"], swiftSettings: house),
        .testTarget(
            name: "SettingsTests", dependencies: ["Protocols", "StepUp", "Settings"],
            swiftSettings: house),
        .testTarget(
            name: "SimulatorTests", dependencies: ["Protocols", "StepUp", "Settings", "Simulator"],
            exclude: ["Expected"], swiftSettings: house),
        .testTarget(
            name: "DaemonTests",
            dependencies: ["Daemon", "Lines", "Protocols", "Settings", "Simulator", "StepUp"],
            exclude: ["Board/Expected", "Demo/Expected", "Recordings"], swiftSettings: house),
        .testTarget(name: "HouseTests", swiftSettings: house),
    ]
)
