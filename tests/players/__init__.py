"""Learning systems of the tests' own, which note down all that a lesson tells them.

`scorm12.min.js` is scorm-again 3.4.3 and `cmi5.min.js` is @xapi/cmi5 1.4.0, as their makers
published them (the line that names the first one's map is left out). `CourseStructure.xsd` is the
schema of cmi5's specification (course structure, 7.2), with the namespace of its first edition.
"""
