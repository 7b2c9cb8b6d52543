/**
 * What every sub-command stands on: the installation and its folders, the version, the exit codes. Knows no
 * sub-command.
 */
@NullMarked
package dev.gatehouse.cli.shell;

import org.jspecify.annotations.NullMarked;
