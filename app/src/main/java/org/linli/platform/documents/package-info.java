/**
 * Official papers: a template is a .docx that a clerk edits in Word or WPS; here it is checked, filled and printed as PDF.
 *
 * <p>What placeholders there are, and how a list is repeated, is written in {@code docs/documents.md}.
 */
@NullMarked
package org.linli.platform.documents;

import org.jspecify.annotations.NullMarked;
