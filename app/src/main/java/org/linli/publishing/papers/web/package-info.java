/** The city's page of templates 公文模板. */
@NullMarked
package org.linli.publishing.papers.web;

import org.jspecify.annotations.NullMarked;
