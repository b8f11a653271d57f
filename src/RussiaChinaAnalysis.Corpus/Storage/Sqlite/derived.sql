-- Everything here is derived from the tables. Safe to run again, at every start.

CREATE VIRTUAL TABLE IF NOT EXISTS PassageSearch USING fts5(
    Quote, content = 'Passages', content_rowid = 'Id', tokenize = 'porter unicode61 remove_diacritics 2');

DROP TRIGGER IF EXISTS PassageSearch_Insert;
CREATE TRIGGER PassageSearch_Insert AFTER INSERT ON Passages BEGIN
    INSERT INTO PassageSearch (rowid, Quote) VALUES (NEW.Id, NEW.Quote);
END;

DROP TRIGGER IF EXISTS PassageSearch_Delete;
CREATE TRIGGER PassageSearch_Delete AFTER DELETE ON Passages BEGIN
    INSERT INTO PassageSearch (PassageSearch, rowid, Quote) VALUES ('delete', OLD.Id, OLD.Quote);
END;

DROP TRIGGER IF EXISTS PassageSearch_Update;
CREATE TRIGGER PassageSearch_Update AFTER UPDATE OF Quote ON Passages BEGIN
    INSERT INTO PassageSearch (PassageSearch, rowid, Quote) VALUES ('delete', OLD.Id, OLD.Quote);
    INSERT INTO PassageSearch (rowid, Quote) VALUES (NEW.Id, NEW.Quote);
END;

-- Relations by kind: 0 supports, 1 rebuts, 2 undercuts, 3 exemplifies, 4 restates. Status 2 is rejected, of a relation as
-- of a passage: what nobody upholds bears on nothing.
DROP VIEW IF EXISTS PassageBearings;
CREATE VIEW PassageBearings AS
SELECT ToPassageId AS PassageId,
       SUM(Kind IN (0, 3)) AS Supports,
       SUM(Kind IN (1, 2)) AS Attacks
FROM Relations JOIN Passages AS Sources ON Sources.Id = FromPassageId
WHERE Relations.Status <> 2 AND Sources.Status <> 2 AND ToPassageId IS NOT NULL
GROUP BY ToPassageId;

-- Adds instead of counting again: a thesis may get thousands in a row.
DROP TRIGGER IF EXISTS Relations_Insert;
CREATE TRIGGER Relations_Insert AFTER INSERT ON Relations
WHEN NEW.ToPassageId IS NOT NULL AND NEW.Status <> 2 AND (SELECT Status FROM Passages WHERE Id = NEW.FromPassageId) <> 2 BEGIN
    UPDATE Passages SET SupportCount = SupportCount + (NEW.Kind IN (0, 3)), AttackCount = AttackCount + (NEW.Kind IN (1, 2))
    WHERE Id = NEW.ToPassageId;
END;

DROP TRIGGER IF EXISTS Relations_Delete;
CREATE TRIGGER Relations_Delete AFTER DELETE ON Relations WHEN OLD.ToPassageId IS NOT NULL BEGIN
    UPDATE Passages SET
        SupportCount = COALESCE((SELECT Supports FROM PassageBearings WHERE PassageId = OLD.ToPassageId), 0),
        AttackCount = COALESCE((SELECT Attacks FROM PassageBearings WHERE PassageId = OLD.ToPassageId), 0)
    WHERE Id = OLD.ToPassageId;
END;

DROP TRIGGER IF EXISTS Relations_Update;
CREATE TRIGGER Relations_Update AFTER UPDATE OF ToPassageId, Kind, Status ON Relations BEGIN
    UPDATE Passages SET
        SupportCount = COALESCE((SELECT Supports FROM PassageBearings WHERE PassageId = Passages.Id), 0),
        AttackCount = COALESCE((SELECT Attacks FROM PassageBearings WHERE PassageId = Passages.Id), 0)
    WHERE Id IN (OLD.ToPassageId, NEW.ToPassageId);
END;

DROP TRIGGER IF EXISTS Passages_Decided;
CREATE TRIGGER Passages_Decided AFTER UPDATE OF Status ON Passages WHEN (OLD.Status = 2) <> (NEW.Status = 2) BEGIN
    UPDATE Passages SET
        SupportCount = SupportCount + (CASE NEW.Status WHEN 2 THEN -1 ELSE 1 END) * (
            SELECT COUNT(*) FROM Relations
            WHERE FromPassageId = NEW.Id AND ToPassageId = Passages.Id AND Status <> 2 AND Kind IN (0, 3)),
        AttackCount = AttackCount + (CASE NEW.Status WHEN 2 THEN -1 ELSE 1 END) * (
            SELECT COUNT(*) FROM Relations
            WHERE FromPassageId = NEW.Id AND ToPassageId = Passages.Id AND Status <> 2 AND Kind IN (1, 2))
    WHERE Id IN (SELECT ToPassageId FROM Relations WHERE FromPassageId = NEW.Id AND Status <> 2);
END;

-- What people did is added to, never changed and never removed.
DROP TRIGGER IF EXISTS Changes_Update;
CREATE TRIGGER Changes_Update BEFORE UPDATE ON Changes BEGIN SELECT RAISE(ABORT, 'The history is never changed.'); END;
DROP TRIGGER IF EXISTS Changes_Delete;
CREATE TRIGGER Changes_Delete BEFORE DELETE ON Changes BEGIN SELECT RAISE(ABORT, 'The history is never changed.'); END;
DROP TRIGGER IF EXISTS ChangedRows_Update;
CREATE TRIGGER ChangedRows_Update BEFORE UPDATE ON ChangedRows BEGIN SELECT RAISE(ABORT, 'The history is never changed.'); END;
DROP TRIGGER IF EXISTS ChangedRows_Delete;
CREATE TRIGGER ChangedRows_Delete BEFORE DELETE ON ChangedRows BEGIN SELECT RAISE(ABORT, 'The history is never changed.'); END;

-- Every change of what lists show gets the next stamp. There is one writer at a time, so stamps become visible in order.

DROP TRIGGER IF EXISTS DocumentChanges_Documents_Insert;
CREATE TRIGGER DocumentChanges_Documents_Insert AFTER INSERT ON Documents BEGIN
    INSERT INTO DocumentChanges (DocumentId, Stamp)
    SELECT NEW.Id, (SELECT COALESCE(MAX(Stamp), 0) + 1 FROM DocumentChanges) WHERE TRUE
    ON CONFLICT (DocumentId) DO UPDATE SET Stamp = excluded.Stamp;
END;

DROP TRIGGER IF EXISTS DocumentChanges_Documents_Update;
CREATE TRIGGER DocumentChanges_Documents_Update AFTER UPDATE ON Documents BEGIN
    INSERT INTO DocumentChanges (DocumentId, Stamp)
    SELECT NEW.Id, (SELECT COALESCE(MAX(Stamp), 0) + 1 FROM DocumentChanges) WHERE TRUE
    ON CONFLICT (DocumentId) DO UPDATE SET Stamp = excluded.Stamp;
END;

DROP TRIGGER IF EXISTS DocumentChanges_Documents_Delete;
CREATE TRIGGER DocumentChanges_Documents_Delete AFTER DELETE ON Documents BEGIN
    INSERT INTO DocumentChanges (DocumentId, Stamp)
    SELECT OLD.Id, (SELECT COALESCE(MAX(Stamp), 0) + 1 FROM DocumentChanges) WHERE TRUE
    ON CONFLICT (DocumentId) DO UPDATE SET Stamp = excluded.Stamp;
END;

DROP TRIGGER IF EXISTS DocumentChanges_Passages_Insert;
CREATE TRIGGER DocumentChanges_Passages_Insert AFTER INSERT ON Passages BEGIN
    INSERT INTO DocumentChanges (DocumentId, Stamp)
    SELECT NEW.DocumentId, (SELECT COALESCE(MAX(Stamp), 0) + 1 FROM DocumentChanges) WHERE TRUE
    ON CONFLICT (DocumentId) DO UPDATE SET Stamp = excluded.Stamp;
END;

DROP TRIGGER IF EXISTS DocumentChanges_Passages_Update;
CREATE TRIGGER DocumentChanges_Passages_Update AFTER UPDATE ON Passages BEGIN
    INSERT INTO DocumentChanges (DocumentId, Stamp)
    SELECT NEW.DocumentId, (SELECT COALESCE(MAX(Stamp), 0) + 1 FROM DocumentChanges) WHERE TRUE
    ON CONFLICT (DocumentId) DO UPDATE SET Stamp = excluded.Stamp;
END;

DROP TRIGGER IF EXISTS DocumentChanges_Passages_Delete;
CREATE TRIGGER DocumentChanges_Passages_Delete AFTER DELETE ON Passages BEGIN
    INSERT INTO DocumentChanges (DocumentId, Stamp)
    SELECT OLD.DocumentId, (SELECT COALESCE(MAX(Stamp), 0) + 1 FROM DocumentChanges) WHERE TRUE
    ON CONFLICT (DocumentId) DO UPDATE SET Stamp = excluded.Stamp;
END;

DROP TRIGGER IF EXISTS DocumentChanges_PassageThemes_Insert;
CREATE TRIGGER DocumentChanges_PassageThemes_Insert AFTER INSERT ON PassageThemes BEGIN
    INSERT INTO DocumentChanges (DocumentId, Stamp)
    SELECT DocumentId, (SELECT COALESCE(MAX(Stamp), 0) + 1 FROM DocumentChanges) FROM Passages WHERE Id = NEW.PassageId
    ON CONFLICT (DocumentId) DO UPDATE SET Stamp = excluded.Stamp;
END;

DROP TRIGGER IF EXISTS DocumentChanges_PassageThemes_Update;
CREATE TRIGGER DocumentChanges_PassageThemes_Update AFTER UPDATE ON PassageThemes BEGIN
    INSERT INTO DocumentChanges (DocumentId, Stamp)
    SELECT DocumentId, (SELECT COALESCE(MAX(Stamp), 0) + 1 FROM DocumentChanges) FROM Passages WHERE Id = NEW.PassageId
    ON CONFLICT (DocumentId) DO UPDATE SET Stamp = excluded.Stamp;
END;

DROP TRIGGER IF EXISTS DocumentChanges_PassageThemes_Delete;
CREATE TRIGGER DocumentChanges_PassageThemes_Delete AFTER DELETE ON PassageThemes BEGIN
    INSERT INTO DocumentChanges (DocumentId, Stamp)
    SELECT DocumentId, (SELECT COALESCE(MAX(Stamp), 0) + 1 FROM DocumentChanges) FROM Passages WHERE Id = OLD.PassageId
    ON CONFLICT (DocumentId) DO UPDATE SET Stamp = excluded.Stamp;
END;

DROP TRIGGER IF EXISTS DocumentChanges_Themes_Insert;
CREATE TRIGGER DocumentChanges_Themes_Insert AFTER INSERT ON Themes BEGIN
    INSERT INTO DocumentChanges (DocumentId, Stamp)
    SELECT 0, (SELECT COALESCE(MAX(Stamp), 0) + 1 FROM DocumentChanges) WHERE TRUE
    ON CONFLICT (DocumentId) DO UPDATE SET Stamp = excluded.Stamp;
END;

DROP TRIGGER IF EXISTS DocumentChanges_Themes_Update;
CREATE TRIGGER DocumentChanges_Themes_Update AFTER UPDATE ON Themes BEGIN
    INSERT INTO DocumentChanges (DocumentId, Stamp)
    SELECT 0, (SELECT COALESCE(MAX(Stamp), 0) + 1 FROM DocumentChanges) WHERE TRUE
    ON CONFLICT (DocumentId) DO UPDATE SET Stamp = excluded.Stamp;
END;

DROP TRIGGER IF EXISTS DocumentChanges_Themes_Delete;
CREATE TRIGGER DocumentChanges_Themes_Delete AFTER DELETE ON Themes BEGIN
    INSERT INTO DocumentChanges (DocumentId, Stamp)
    SELECT 0, (SELECT COALESCE(MAX(Stamp), 0) + 1 FROM DocumentChanges) WHERE TRUE
    ON CONFLICT (DocumentId) DO UPDATE SET Stamp = excluded.Stamp;
END;
