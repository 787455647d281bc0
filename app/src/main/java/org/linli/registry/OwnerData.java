package org.linli.registry;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.registry.OwnerStore.Owner;
import org.linli.rules.codes.Phone;

/**
 * What is to be recorded of an owner instead of what stands there. A field that was left blank stays as it is.
 *
 * @param idNumber in its one canonical form
 * @param phone as E.164
 * @param phoneGone whether the recorded phone is to be struck without a new one
 * @param evidence what shows a name or number, such as a certificate of the police register
 * @param pairKnown whether somebody said that a number which stands with another owner of that name is to stand with both
 */
public record OwnerData(
        @Nullable String name,
        OwnerChange.@Nullable IdKind idKind,
        @Nullable String idNumber,
        @Nullable String phone,
        boolean phoneGone,
        String reason,
        @Nullable String evidence,
        boolean pairKnown) {

    /** Reads the form of a 变更 or 更正; what is wrong is gathered in the fields, and then the result must not be used. */
    public static OwnerData read(Fields fields, OwnerChange.Kind kind, LocalDate today) {
        String name = fields.text("owner_name", 60);
        OwnerChange.IdKind idKind = fields.choice("id_kind", OwnerChange.IdKind.class);
        String typed = fields.raw("id_number");
        if (idKind != null && typed.isEmpty()) {
            fields.refuse("id_number", "required");
        }
        OwnerChange.IdKind read = Optional.ofNullable(idKind)
                .orElse(
                        kind == OwnerChange.Kind.PERSON
                                ? OwnerChange.IdKind.RESIDENT_ID
                                : OwnerChange.IdKind.CREDIT_CODE);
        String number = typed.isEmpty() ? null : OwnerChange.identity(fields, "id_number", read, typed, today);
        String phone = fields.phone("phone");
        boolean gone = fields.flag("phone_gone");
        if (gone && phone != null) {
            fields.refuse("phone", "phone-gone-or-new");
        }
        String evidence = fields.text("evidence", 200);
        if ((name != null || number != null) && evidence == null) {
            fields.refuse("evidence", "required");
        }
        if (name == null && number == null && phone == null && !gone && fields.isSound()) {
            fields.refuse("", "nothing-typed");
        }
        return new OwnerData(
                name,
                number == null ? null : read,
                number,
                phone == null ? null : Phone.e164(phone).orElse(null),
                gone,
                fields.required("reason", 200),
                evidence,
                fields.flag("pair_known"));
    }

    Owner over(Owner held) {
        return new Owner(
                held.number(),
                held.kind(),
                Objects.requireNonNullElse(name, held.name()),
                idKind == null ? held.idKind() : idKind.name(),
                idNumber == null ? held.idNumber() : idNumber,
                phoneGone ? null : phone == null ? held.phone() : phone);
    }
}
