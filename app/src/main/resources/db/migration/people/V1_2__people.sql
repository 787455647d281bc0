-- Accounts: a person at a screen. The name is encrypted; the phone is found by a keyed hash and may be shared or absent.
create table platform.account (
    id             bigint generated always as identity primary key,
    display_name   bytea not null,
    username       text unique check (username ~ '^[a-z0-9][a-z0-9._-]{2,39}$'),
    duty           text not null default 'BUSINESS'
                   check (duty in ('BUSINESS', 'AUDITOR', 'SYSTEM_ADMIN', 'SECURITY_ADMIN')),
    password_hash  text,
    password_at    timestamptz,
    phone_hash     bytea,
    phone_cipher   bytea,
    phone_last4    text check (phone_last4 ~ '^[0-9]{4}$'),
    totp_secret    bytea,
    totp_last_step bigint,
    failed_count   int not null default 0,
    locked_until   timestamptz,
    language       text not null default 'zh' check (language in ('zh', 'en')),
    demo           boolean not null default false,
    created_at     timestamptz not null,
    closed_at      timestamptz,
    unique (id, duty),
    check ((phone_hash is null) = (phone_cipher is null) and (phone_hash is null) = (phone_last4 is null)),
    check (password_hash is null or username is not null),
    check (duty = 'BUSINESS' or username is not null)
);
create index account_phone on platform.account (phone_hash) where phone_hash is not null;
grant select, insert, update on platform.account to ${app};

-- Grants: a role on a scope, from a day to a day. The second key keeps the three administrators apart (三员分立): an
-- account has one duty for life, so it never holds two of them, nor one beside a business role, not even one by one.
create table platform.account_grant (
    id            bigint generated always as identity primary key,
    account       bigint not null,
    role          text not null,
    duty          text not null generated always as (
                      case when role in ('AUDITOR', 'SYSTEM_ADMIN', 'SECURITY_ADMIN') then role else 'BUSINESS' end
                  ) stored,
    scope_key     text collate "C" not null,
    division_code text collate "C" not null,
    valid_from    date not null,
    valid_to      date check (valid_to >= valid_from),
    granted_at    timestamptz not null,
    granted_by    bigint references platform.account (id),
    ended_at      timestamptz,
    ended_by      bigint references platform.account (id),
    foreign key (account, duty) references platform.account (id, duty)
);
create unique index account_grant_live on platform.account_grant (account, role, scope_key) where ended_at is null;
create index account_grant_division on platform.account_grant (division_code, account) where ended_at is null;
create index account_grant_scope on platform.account_grant (role, scope_key) where ended_at is null;
grant select, insert, update on platform.account_grant to ${app};

-- One-time codes by phone: both the number and the code only as keyed hashes.
create table platform.phone_code (
    id         bigint generated always as identity primary key,
    phone_hash bytea not null,
    code_hash  bytea not null,
    origin     bytea not null,
    attempts   int not null default 0,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz
);
create index phone_code_phone on platform.phone_code (phone_hash, created_at);
create index phone_code_origin on platform.phone_code (origin, created_at);
grant select, insert, update, delete on platform.phone_code to ${app};

-- One-time set-up links, by hash; without an account it makes the three administrators of an empty installation.
create table platform.set_up_token (
    hash       bytea primary key,
    account    bigint references platform.account (id),
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz
);
create index set_up_token_account on platform.set_up_token (account);
grant select, insert, update on platform.set_up_token to ${app};

-- Passkeys (user-entities-schema.sql and user-credentials-schema-postgres.sql of spring-security-web), in schema platform.
create table platform.user_entities (
    id           varchar(1000) not null primary key,
    name         varchar(100) not null unique,
    display_name varchar(200)
);
create table platform.user_credentials (
    credential_id                varchar(1000) not null primary key,
    user_entity_user_id          varchar(1000) not null references platform.user_entities (id),
    public_key                   bytea not null,
    signature_count              bigint,
    uv_initialized               boolean,
    backup_eligible              boolean not null,
    authenticator_transports     varchar(1000),
    public_key_credential_type   varchar(100),
    backup_state                 boolean not null,
    attestation_object           bytea,
    attestation_client_data_json bytea,
    created                      timestamp,
    last_used                    timestamp,
    label                        varchar(1000) not null
);
create index user_credentials_user on platform.user_credentials (user_entity_user_id);
grant select, insert, update, delete on platform.user_entities, platform.user_credentials to ${app};
