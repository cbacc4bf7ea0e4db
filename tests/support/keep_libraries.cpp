/// For sanitizer builds: libraries that were opened stay in memory, so that LeakSanitizer can name what leaked in the
/// graphics drivers, which are gone by the time it looks.
extern "C" int dlclose(void* library);

int dlclose(void* /*library*/)
{
    return 0;
}
