package org.linli.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.scope.RowScope;
import org.linli.publishing.notices.NoticePlaces;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells in which communities notices may hang. */
@Component
class CommunityNoticePlaces implements NoticePlaces {

    private static final int AT_MOST = 2_000;
    private static final String SELECT =
            "select c.community_id, c.division_code, c.name from linli.community_place c where " + RowScope.SQL;

    private final JdbcClient jdbc;

    CommunityNoticePlaces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Place> list(RowScope scope) {
        return jdbc.sql(SELECT + " order by c.name, c.community_id limit :most")
                .params(scope.parameters())
                .param("most", AT_MOST)
                .query(CommunityNoticePlaces::place)
                .list();
    }

    @Override
    public Optional<Place> find(CommunityId community, RowScope scope) {
        return jdbc.sql(SELECT + " and c.community_id = :community")
                .params(scope.parameters())
                .param("community", community.value())
                .query(CommunityNoticePlaces::place)
                .optional();
    }

    private static Place place(ResultSet row, int number) throws SQLException {
        return new Place(
                new CommunityId(row.getLong("community_id")), row.getString("name"), row.getString("division_code"));
    }
}
