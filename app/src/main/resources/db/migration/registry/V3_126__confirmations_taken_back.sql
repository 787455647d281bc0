-- A confirmed credit code that turns out wrong is refused again; from then on it counts nowhere.
create view linli.company_code_confirmation as
select a.company_code, a.recorded_at confirmed_at,
       (select min(w.recorded_at) from linli.company_code_act w
         where w.company_code = a.company_code and w.act_no > a.act_no and w.act = 'REFUSED') taken_back_at
from linli.company_code_act a
where a.act = 'CONFIRMED';
grant select on linli.company_code_confirmation to ${app};
