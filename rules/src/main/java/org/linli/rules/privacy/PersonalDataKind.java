package org.linli.rules.privacy;

/** Kinds of personal data that the gate knows by their shape. */
public enum PersonalDataKind {
    /** 公民身份号码, 18 characters. */
    RESIDENT_ID,
    /** 银行卡号, 16 to 19 digits with a sound check digit. */
    BANK_CARD,
    MOBILE,
    LANDLINE,
    EMAIL,
    /** 号牌号码 of a car. */
    PLATE,
    /** A room beside the name of somebody: together they say who lives or owns where. */
    ROOM_AND_NAME
}
