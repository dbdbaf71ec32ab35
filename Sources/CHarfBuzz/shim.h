#pragma once
#include <hb.h>
#include <glib-object.h>
