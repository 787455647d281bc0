-- Before an owner's rows said by which act they were recorded, only a change could make a second one.
update linli.owner set act = 'CHANGE' where act = 'IMPORT' and version_no > 1;
