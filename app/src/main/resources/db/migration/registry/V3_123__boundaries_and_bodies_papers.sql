-- What the files of communities, bodies and companies still lacked (domain reference g.1 to g.3). A boundary is a GeoJSON polygon with
-- six decimals; datum says what its and the centre's degrees mean. The account is encrypted: statements of it belong to the body alone.
alter table linli.community_version
    add column datum    text check (datum in ('CGCS2000', 'GCJ02')),
    add column boundary text check (boundary like '{"type":"Polygon",%');
alter table linli.committee
    add column decision_no    text,
    add column certificate_no text,
    add column uscc           text check (length(uscc) = 18),
    add column seals          text,
    add column account        bytea,
    add column hand_over      text,
    add column audit          text;
alter table linli.company_version add column party_organisation text;
