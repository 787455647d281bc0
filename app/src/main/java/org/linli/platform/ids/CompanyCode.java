package org.linli.platform.ids;

/** A property company by its unified social credit code 统一社会信用代码. @param value 18 characters, upper case */
public record CompanyCode(String value) {
    public CompanyCode {
        if (value.length() != 18) {
            throw new IllegalArgumentException("not a credit code: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
