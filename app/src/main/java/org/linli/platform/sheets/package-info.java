/** Spreadsheet files, streamed in and out: .xlsx, legacy .xls and .csv, with refusals for what is hostile or broken. */
@NullMarked
package org.linli.platform.sheets;

import org.jspecify.annotations.NullMarked;
