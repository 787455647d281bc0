package org.linli.registry.imports.web;

import org.linli.registry.imports.Import;
import org.linli.registry.imports.Imports;

/** @param top the beginning of the sheet looked at */
public record HeaderPage(Import of, Imports.Top top) {}
