/** Where Linli lives on disk: data, keys, files and logs under one folder. */
@NullMarked
package org.linli.platform.home;

import org.jspecify.annotations.NullMarked;
