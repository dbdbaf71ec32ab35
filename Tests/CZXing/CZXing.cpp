// ZXing has a C++ interface alone; this is as much of it as the tests need.
#define ZX_USE_UTF8 1
#include "CZXing.h"
#include <ZXing/ReadBarcode.h>
#include <algorithm>
#include <cmath>
#include <cstring>
#include <vector>

extern "C" int zxing_read(const uint8_t *pixels, int width, int height, int stride, char *text, int room) {
    try {
        ZXing::DecodeHints hints;
        hints.setFormats(ZXing::BarcodeFormat::QRCode);
        auto result = ZXing::ReadBarcode({pixels, width, height, ZXing::ImageFormat::Lum, stride}, hints);
        if (!result.isValid()) return -1;
        std::string found = result.text();
        std::memcpy(text, found.data(), std::min<size_t>(found.size(), room));
        return static_cast<int>(found.size());
    } catch (...) {
        return -1;
    }
}

extern "C" void grey_blur(uint8_t *pixels, int width, int height, double deviation) {
    int radius = std::max(1, static_cast<int>(std::ceil(3 * deviation)));
    std::vector<int> weights(2 * radius + 1);
    double sum = 0;
    for (int i = -radius; i <= radius; i++) sum += std::exp(-0.5 * i * i / (deviation * deviation));
    int total = 0;
    for (int i = -radius; i <= radius; i++) {
        weights[i + radius] = static_cast<int>(std::lround(65536 * std::exp(-0.5 * i * i / (deviation * deviation)) / sum));
        total += weights[i + radius];
    }
    weights[radius] += 65536 - total;
    const int *weight = weights.data();
    // A line with its ends carried on beyond the edge, so that no pixel needs a test.
    std::vector<uint8_t> line(std::max(width, height) + 2 * radius);
    auto pass = [&](uint8_t *start, int count, int step) {
        uint8_t *wide = line.data();
        for (int i = 0; i < count + 2 * radius; i++) wide[i] = start[std::clamp(i - radius, 0, count - 1) * step];
        for (int i = 0; i < count; i++) {
            int value = 32768;
            for (int k = 0; k <= 2 * radius; k++) value += weight[k] * wide[i + k];
            start[i * step] = static_cast<uint8_t>(std::min(255, value >> 16));
        }
    };
    for (int y = 0; y < height; y++) pass(pixels + y * width, width, 1);
    for (int x = 0; x < width; x++) pass(pixels + x, height, width);
}
