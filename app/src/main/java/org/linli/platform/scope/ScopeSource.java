package org.linli.platform.scope;

import org.linli.platform.ids.CompanyCode;

/** Inverted port: the registry tells which communities a company serves, so that a scope can be put into a query. */
public interface ScopeSource {
    Long[] communitiesServedBy(CompanyCode company);
}
