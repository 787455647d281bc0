package org.linli.divisions;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.ids.DivisionLevel;
import org.linli.platform.postgres.Copy;
import org.linli.platform.text.Pinyin;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DivisionStore {

    private static final RowMapper<Division> DIVISION =
            (row, n) -> new Division(new DivisionCode(row.getString("code")), row.getString("name"));

    private final JdbcClient jdbc;
    private final Copy copy;

    DivisionStore(JdbcClient jdbc, Copy copy) {
        this.jdbc = jdbc;
        this.copy = copy;
    }

    Optional<Division> find(DivisionCode code) {
        return jdbc.sql("select code, name from linli.division where code = :code")
                .param("code", code.value())
                .query(DIVISION)
                .optional();
    }

    List<Division> children(DivisionCode code) {
        return jdbc.sql("select code, name from linli.division where parent = :code order by code")
                .param("code", code.value())
                .query(DIVISION)
                .list();
    }

    List<Division> within(DivisionCode code, DivisionLevel level) {
        return jdbc.sql("""
                select code, name from linli.division
                where code like :prefix and length(code) = :digits
                order by code
                """)
                .param("prefix", code.value() + "%")
                .param("digits", level.digits())
                .query(DIVISION)
                .list();
    }

    List<Division> named(List<DivisionCode> codes) {
        return jdbc.sql("select code, name from linli.division where code = any(:codes) order by length(code)")
                .param("codes", codes.stream().map(DivisionCode::value).toArray(String[]::new))
                .query(DIVISION)
                .list();
    }

    List<Division> search(DivisionCode within, String text, String pinyin, int limit) {
        return jdbc.sql("""
                select code, name from linli.division
                where code like :prefix and (position(:text in name) > 0 or (:pinyin <> '' and position(:pinyin in pinyin) > 0))
                order by length(code), code
                limit :limit
                """)
                .param("prefix", within.value() + "%")
                .param("text", text)
                .param("pinyin", pinyin)
                .param("limit", limit)
                .query(DIVISION)
                .list();
    }

    Divisions.Loaded merge(Map<String, String> names) {
        jdbc.sql("create temporary table division_in (code text, name text, parent text, pinyin text) on commit drop")
                .update();
        copy.into(
                "division_in",
                List.of("code", "name", "parent", "pinyin"),
                rows -> names.forEach((code, name) -> {
                    DivisionCode division = new DivisionCode(code);
                    rows.row(
                            code,
                            name,
                            division.parent().map(DivisionCode::value).orElse(null),
                            Pinyin.key(name));
                }));
        long renamed = jdbc.sql("""
                update linli.division d set name = i.name, pinyin = i.pinyin
                from division_in i where i.code = d.code and i.name <> d.name
                """).update();
        long added = jdbc.sql("""
                insert into linli.division (code, name, parent, pinyin)
                select code, name, parent, pinyin from division_in i
                where not exists (select 1 from linli.division d where d.code = i.code)
                """).update();
        return new Divisions.Loaded(names.size(), added, renamed);
    }
}
