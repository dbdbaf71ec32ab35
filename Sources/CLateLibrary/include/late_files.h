#pragma once
/// The files of the libraries that are loaded late, with a space between, as the build found them beside their headers.
const char *_Nonnull late_files(void);
