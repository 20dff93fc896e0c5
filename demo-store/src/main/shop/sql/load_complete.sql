-- Last of all: tells the launcher that every statement before this one worked.
UPDATE DEMO_SETUP SET STATE = 'LOADED';
