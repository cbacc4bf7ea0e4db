#include "app/command_line.hpp"

int main(int argc, char** argv)
{
    return fabula::app::runCommandLine(argc, argv);
}
